/** The query function: an HTTP API (payload 2.0) in front, the app behind. */
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { dependenciesFromEnvironment } from './dependencies.ts';

export const handler = handle(createApp(dependenciesFromEnvironment()));
