import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';

/**
 * Four test files run at once on two cores, most over tables of a handful of rows: a second thread of DuckDB's would find nothing to do,
 * and look for it busily. Those on real data, and the servers that tests start, have as many as they have cores.
 */
const { create } = DuckDBInstance;
const isLarge = /\/test\/(real|bench)\//.test(expect.getState().testPath ?? '');
// Once in a process: files may share one.
if (!isLarge && create.name !== 'onOneThread') {
  DuckDBInstance.create = function onOneThread(path, options) {
    return create.call(DuckDBInstance, path, { threads: '1', ...options });
  };
}
