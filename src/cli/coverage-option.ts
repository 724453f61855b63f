import type { OptionSpec } from './command-line.ts';

/** What counts as holding ground. */
export const BY_OPTION: Record<string, OptionSpec> = {
	by: {
		value: 'WHAT',
		oneOf: ['cameras', 'patrols', 'all'],
		words: { en: 'what counts as holding ground (default all)', zh: '何者算作覆盖（默认 all）' }
	}
};
