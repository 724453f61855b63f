import type { Language } from './command-error.ts';

/** The language of messages: Chinese where `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set, says so. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
	const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	return /^zh/i.test(locale) ? 'zh' : 'en';
}
