/** Everything the pointer can mean on the map. */
export const TOOLS = [
	'select',
	'lasso',
	'reshape',
	'add-checkpoint',
	'add-camera',
	'add-station',
	'add-key-site',
	'draw-ring',
	'draw-zone',
	'draw-area',
	'draw-route',
	'draw-key-site',
	'drive-ring',
	'split',
	'cut',
	'draw-over',
	'merge',
	'subtract',
	'clip',
	'fill-gap',
	'measure',
	'aim',
	'pick-way'
] as const;
export type Tool = (typeof TOOLS)[number];
