// Runs every test, in Node and in the browser, and closes with one line that counts them all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'cordon-tests-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const bin = (name) => join('node_modules', '.bin', name);
const run = (command, args, env = {}) =>
	spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const unitStatus = run(bin('vitest'), [
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${unitReport}`
]);
const browserStatus = run(bin('playwright'), ['test'], { CORDON_REPORT: browserReport });

const counts = { passed: 0, failed: 0, skipped: 0 };
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

const unit = read(unitReport);
if (unit) {
	counts.passed += unit.numPassedTests;
	counts.failed += unit.numFailedTests;
	counts.skipped += unit.numPendingTests + unit.numTodoTests;
}
const browser = read(browserReport)?.stats;
if (browser) {
	counts.passed += browser.expected + browser.flaky;
	counts.failed += browser.unexpected;
	counts.skipped += browser.skipped;
}
rmSync(reports, { recursive: true, force: true });

// a runner that died without a report is a failure, even where no test is counted as failed
if ((unitStatus !== 0 || browserStatus !== 0) && counts.failed === 0) counts.failed = 1;
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
