/** Who may import whom, and which door to use where an arrow is refused. */
export interface RoomRule {
	/** Rooms it may look into; '*' is all. */
	readonly rooms: readonly string[];
	/** Packages it may not import. */
	readonly refuses: readonly RegExp[];
	readonly door: string;
}

const NODE = /^node:/;
const SVELTE = /^(svelte|\$app|\$env)/;
const MAP = /^(maplibre-gl|pmtiles)/;
const PURE = ['geo', 'network', 'domain', 'formats', 'analysis'] as const;

export const ROOMS: Record<string, RoomRule> = {
	geo: { rooms: [], refuses: [NODE, SVELTE, MAP], door: 'numbers handed in' },
	network: { rooms: ['geo'], refuses: [NODE, SVELTE, MAP], door: 'a graph handed in' },
	domain: { rooms: ['geo', 'network'], refuses: [NODE, SVELTE, MAP], door: 'ids and times handed in' },
	formats: { rooms: ['geo', 'domain'], refuses: [NODE, SVELTE, MAP], door: 'bytes handed in' },
	analysis: {
		rooms: ['geo', 'network', 'domain'],
		refuses: [NODE, SVELTE, MAP],
		door: 'a plan and a graph handed in'
	},
	workers: { rooms: PURE, refuses: [NODE, SVELTE, MAP], door: 'messages of workers/analysis-events.ts' },
	editor: {
		rooms: ['geo', 'domain', 'workers', 'i18n'],
		refuses: [NODE, MAP],
		door: 'tools get project and unproject handed in; answers come through workers/'
	},
	map: { rooms: ['geo', 'domain', 'editor', 'i18n'], refuses: [NODE], door: 'the editor' },
	panels: { rooms: ['geo', 'domain', 'editor', 'ui', 'i18n'], refuses: [NODE, MAP], door: 'the editor' },
	ui: { rooms: [], refuses: [NODE, MAP], door: 'props and snippets' },
	i18n: { rooms: [], refuses: [NODE, MAP], door: 'message tables' },
	server: { rooms: PURE, refuses: [SVELTE, MAP], door: 'the pure rooms' },
	tiles: { rooms: PURE, refuses: [SVELTE, MAP], door: 'the pure rooms' },
	cli: { rooms: [...PURE, 'server', 'tiles'], refuses: [SVELTE, MAP], door: 'the pure rooms and server' },
	routes: { rooms: ['*'], refuses: [], door: '' }
};

/** The room a file of the repository lies in. */
export function roomOf(file: string): string {
	const lib = /^src\/lib\/([^/]+)\//.exec(file);
	if (lib) return lib[1] === 'paraglide' ? 'i18n' : (lib[1] as string);
	if (file.startsWith('src/cli/')) return 'cli';
	if (file.startsWith('src/routes/') || file === 'src/hooks.server.ts') return 'routes';
	if (file.startsWith('tiles/')) return 'tiles';
	return 'root';
}
