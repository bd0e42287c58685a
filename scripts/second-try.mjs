// A reporter of Vitest's: names the tests that passed only when they were tried again, so that nobody takes them for sound.
export default class SecondTry {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.#names) console.log(`Passed only when tried again, look into it: ${name}`);
  }
}
