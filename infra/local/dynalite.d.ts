declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** DynamoDB's HTTP interface on LevelDB; `path` keeps it on disk. */
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server;
}
