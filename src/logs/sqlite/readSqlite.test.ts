import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/reading';

const database = (sql: string): Uint8Array => new TextEncoder().encode(`SQLite format 3\u0000 ${sql}`);

describe('readSqlite, where the host has no SQLite', () => {
  it.each<[string, string, RegExp]>([
    [
      'MLflow',
      'CREATE TABLE latest_metrics (key)',
      /python3 -c ".*select run_uuid,step,key,value from metrics/,
    ],
    [
      'trackio',
      'CREATE TABLE IF NOT EXISTS configs (id)',
      /python3 -c ".*select run_name,step,metrics from metrics/,
    ],
    ['something else', 'CREATE TABLE users (id)', /export the table of metrics as CSV or JSON Lines/],
  ])('says how to export a database of %s', async (_, sql, remedy) => {
    const reading = readText(database(sql));
    await expect(reading).rejects.toMatchObject({ name: 'LogError', kind: 'unreadable' });
    await expect(reading).rejects.toThrow(remedy);
  });
});
