/** Licence and credit of everything built from OpenStreetMap. */
export const MAP_LICENCE = {
	licence: 'ODbL-1.0',
	attribution: '© OpenStreetMap contributors'
} as const;
