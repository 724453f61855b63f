import type { CheckFinding, ChecksAnswer } from '../../domain/checks/check-finding.ts';

/**
 * `answer` with the findings of `before` in place of those that say the same: what did not change stays the
 * same object, so that neither list nor map makes it anew.
 */
export function keptFindings(before: ChecksAnswer | null, answer: ChecksAnswer): ChecksAnswer {
	if (!before) return answer;
	const known = new Map(before.findings.map((finding) => [finding.key, finding]));
	const findings = answer.findings.map((finding) => {
		const old = known.get(finding.key);
		return old && saidOf(old) === saidOf(finding) ? old : finding;
	});
	return { ...answer, findings };
}

/** All that a finding says; its ground by the size and the box of it. */
function saidOf(finding: CheckFinding): string {
	const { ground, ...rest } = finding;
	return JSON.stringify([ground?.length, rest]);
}
