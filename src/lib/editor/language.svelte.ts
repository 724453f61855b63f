import { getLocale, overwriteGetLocale, setLocale, type Locale } from '../paraglide/runtime.js';

/**
 * The language of the interface. Messages read it as a rune, so switching rewords the screen where
 * it stands: nothing is reloaded and nothing is lost.
 */
class Language {
	locale = $state<Locale>(getLocale());

	constructor() {
		overwriteGetLocale(() => this.locale);
	}

	/** Switches to `locale` and remembers it for the next start. */
	use(locale: Locale): void {
		void setLocale(locale, { reload: false });
		this.locale = locale;
	}
}

export const language = new Language();
