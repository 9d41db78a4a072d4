/** The query function: an HTTP API (payload 2.0) in front, the app behind. */
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { dependenciesFromEnvironment } from './dependencies.ts';
import { asSent } from './gateway.ts';

const serve = handle(createApp(dependenciesFromEnvironment()));

export const handler = (event: LambdaEvent, context: LambdaContext) => serve(asSent(event), context);
