import type { Theme } from '../../editor/symbols.ts';

/** Colours of the ground: quiet, so that the plan is the loudest thing on the map. */
export interface BasemapColours {
	readonly ground: string;
	readonly green: string;
	readonly wood: string;
	readonly built: string;
	readonly industry: string;
	readonly institution: string;
	readonly sand: string;
	readonly water: string;
	readonly building: string;
	readonly buildingLine: string;
	readonly road: string;
	readonly roadMajor: string;
	readonly roadCasing: string;
	readonly roadMajorCasing: string;
	readonly tunnel: string;
	readonly bridgeCasing: string;
	readonly path: string;
	readonly rail: string;
	readonly boundary: string;
	readonly label: string;
	readonly labelQuiet: string;
	readonly labelWater: string;
	readonly halo: string;
}

export const BASEMAP_COLOURS: Readonly<Record<Theme, BasemapColours>> = {
	light: {
		ground: '#F0F1EF',
		green: '#E2EAdc',
		wood: '#D9E4D3',
		built: '#EEEEEB',
		industry: '#EAE8E6',
		institution: '#ECEBF0',
		sand: '#F0EBDD',
		water: '#C4D6E2',
		building: '#E1E1DD',
		buildingLine: '#D2D3CF',
		road: '#FFFFFF',
		roadMajor: '#FFFFFF',
		roadCasing: '#C9CED3',
		roadMajorCasing: '#A3ACB6',
		tunnel: '#ECEDED',
		bridgeCasing: '#8C96A1',
		path: '#CFD3D6',
		rail: '#B4BAC1',
		boundary: '#A3A9B3',
		label: '#4A545F',
		labelQuiet: '#69737E',
		labelWater: '#4E7690',
		halo: '#FAFBFA'
	},
	dark: {
		ground: '#171B21',
		green: '#18211D',
		wood: '#172219',
		built: '#1A1E25',
		industry: '#1C1F25',
		institution: '#1D1F29',
		sand: '#201F1C',
		water: '#0E2230',
		building: '#222831',
		buildingLine: '#2A313B',
		road: '#303945',
		roadMajor: '#3C4754',
		roadCasing: '#14181D',
		roadMajorCasing: '#101418',
		tunnel: '#222932',
		bridgeCasing: '#06080A',
		path: '#2A323B',
		rail: '#39424E',
		boundary: '#55606D',
		label: '#B1BBC7',
		labelQuiet: '#8A95A2',
		labelWater: '#6F9CB8',
		halo: '#12161B'
	}
};
