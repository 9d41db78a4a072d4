import type { Context } from 'aws-lambda';
import { FUNCTIONS, type FunctionName } from '../wiring.ts';

export type Handler<Event, Answer> = (event: Event, context: Context) => Promise<Answer>;

/** The handler of a function, as Lambda loads it. */
export async function loadHandler<Event, Answer>(name: FunctionName): Promise<Handler<Event, Answer>> {
  const module = await import(new URL(`../../${FUNCTIONS[name].entry}`, import.meta.url).href);
  return (module as { handler: Handler<Event, Answer> }).handler;
}
