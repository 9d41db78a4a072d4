/** One function in a process of its own: loads the bundle named in the arguments, and answers each event with its outcome. */
import { pathToFileURL } from 'node:url';

const { handler } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as {
  handler(event: unknown, context: object): Promise<unknown>;
};
process.on('message', async ({ event, seconds }: { event: unknown; seconds: number }) => {
  const end = Date.now() + seconds * 1000;
  const context = { awsRequestId: `${end}`, functionName: 'moto', getRemainingTimeInMillis: () => end - Date.now() };
  try {
    process.send?.({ answer: (await handler(event, context)) ?? null });
  } catch (error) {
    process.send?.({ error: String((error as Error).stack) });
  }
});
process.send?.({ answer: 'loaded' });
