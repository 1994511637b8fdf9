import type {Reporter, TestModule} from 'vitest/node';

/** Ends a run with one plain line, `N passed, N failed`, that any machine can read. */
export default class PlainCountReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: 'passed' | 'interrupted' | 'failed',
  ): void {
    const count = {passed: 0, failed: unhandledErrors.length, skipped: 0};
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const {state} = test.result();
        if (state !== 'pending') count[state] += 1;
      }
      // A file that cannot be loaded, or a hook that fails, is a failure though none of its tests ran.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) count.failed += 1;
    }
    // A global setup that fails, such as a site that cannot be built, runs no test and is none of the errors above.
    if (reason !== 'passed' && count.failed === 0) count.failed = 1;
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    // The default reporter writes its summary in the same hook: this line comes after it.
    setImmediate(() => process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`));
  }
}
