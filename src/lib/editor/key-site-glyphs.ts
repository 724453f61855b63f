import type { KeySiteCategory } from '../domain/items.ts';

/**
 * Pictograms of key sites as SVG path data in a box of 16 by 16, to be filled with the even-odd
 * rule. Drawn for Cordon; the map and the legend use the same ones.
 */
export const KEY_SITE_GLYPHS: Readonly<Record<KeySiteCategory, string>> = {
	bus: 'M3 3.5A1.5 1.5 0 0 1 4.5 2h7A1.5 1.5 0 0 1 13 3.5V12h-1v1.5h-2V12H6v1.5H4V12H3zM4.5 4v4h7V4zM5 9.5v1.2h1.6V9.5zM9.4 9.5v1.2H11V9.5z',
	rail: 'M5 1.5h6A1.5 1.5 0 0 1 12.5 3v7A1.5 1.5 0 0 1 11 11.5l1.6 3H11l-.8-1.5H5.8L5 14.5H3.400l1.6-3A1.5 1.5 0 0 1 3.500 10V3A1.5 1.5 0 0 1 5 1.5zM5 3.500v3.500h6V3.500zM7 8.500v1.500h2V8.500z',
	water: 'M8 1.500C10.500 5 12.500 7.500 12.500 10a4.500 4.500 0 0 1-9 0C3.500 7.500 5.500 5 8 1.500z',
	power: 'M9.500 1 3.500 9h3.700L6.300 15l6.200-8.400H8.700z',
	gas: 'M8.500 1c.4 2.400 3.800 4.300 3.800 8.200a4.300 4.300 0 0 1-8.600 0c0-2 1-3.200 2-4.400.3 1 .7 1.500 1.200 1.800C7 4.600 7.300 2.600 8.500 1z',
	school:
		'M8 2 1 5.500 8 9l5-2.500V11h1.200V5.900L15 5.500zM3.500 8v3.500C5 13 6.500 13.500 8 13.500s3-.5 4.500-2V8L8 10.300z',
	hospital: 'M6 2h4v4h4v4h-4v4H6v-4H2V6h4z',
	government:
		'M8 1.500 1.500 5v1.300h13V5zM3 7.300h1.700v4.400H3zM7.150 7.300h1.700v4.400h-1.700zM11.300 7.300H13v4.400h-1.700zM1.500 12.500h13V14h-13z',
	other:
		'M8 1.800l1.850 3.900 4.250.55-3.100 2.950.8 4.200L8 11.350 4.200 13.400l.8-4.200L1.900 6.250l4.250-.55z'
};
