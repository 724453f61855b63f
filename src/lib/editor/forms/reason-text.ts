import { problemText, type Language } from '../../domain/problem-texts.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** Why not, without the id of the thing: its card is open and says what it is about. */
export function reasonText({ problem }: Refusal, language: Language): string {
	const { featureId: _known, ...rest } = problem;
	return problemText(rest, language);
}
