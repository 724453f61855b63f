import type { GeoJSONSource, GeoJSONSourceDiff, Map as MapLibreMap } from 'maplibre-gl';
import { FeatureMirror, type Behind, type Drawable } from './plan/feature-mirror.ts';
import type { FeatureSource } from './plan/sources.ts';

/** With more than so many features of a source changed at once, it tells them itself. */
const FEW = 100;

export type FreshMap = Pick<
	MapLibreMap,
	'getSource' | 'isSourceLoaded' | 'setFeatureState' | 'removeFeatureState'
> & {
	on(type: 'sourcedata', listener: (event: { sourceId: string; sourceDataType?: string }) => void): unknown;
};

/** A source whose picture is not what it should be yet. */
interface Late {
	/** What it is to show, and has not been told. */
	wanted: readonly Drawable[] | null;
	/** What it has been told and has not drawn, and the features left out meanwhile. */
	told: { readonly late: readonly Drawable[]; readonly leftOut: readonly string[] } | null;
}

/**
 * Draws at once what an edit or a running drag changed. A source cuts all it holds into tiles anew before it
 * shows a change, so the few things that changed are drawn by the source `fresh`, which holds nothing else;
 * once it has drawn them, the source they belong to leaves them out and is told; once that has drawn them
 * too, they go back, in the same frame.
 */
export class FreshThings {
	private readonly late = new Map<FeatureSource, Late>();
	private readonly fresh = new FeatureMirror();
	private readonly leftOut = new Map<FeatureSource, Set<string>>();
	private moved: readonly Drawable[] = [];
	/** Whether `fresh` was told something that it has not drawn. */
	private isCovering = false;
	private isStopped = false;

	constructor(
		private readonly map: FreshMap,
		private readonly mirrors: ReadonlyMap<FeatureSource, FeatureMirror>
	) {
		map.on('sourcedata', ({ sourceId, sourceDataType }) => {
			// said before the tiles of what is new are asked for
			if (sourceDataType !== 'metadata') this.hear(sourceId as FeatureSource);
		});
	}

	/** Shows sources otherwise, and the things that a running drag `moved` beside them. */
	show(
		sources: ReadonlyMap<FeatureSource, readonly Drawable[]>,
		moved: ReadonlyMap<FeatureSource, readonly Drawable[]>
	): void {
		for (const [source, wanted] of sources) {
			this.late.set(source, { told: null, ...this.late.get(source), wanted });
		}
		this.moved = [...moved].flatMap(([source, drawables]) => drawables.map((one) => ofSource(source, one)));
		this.cover();
	}

	/** The map goes. */
	stop(): void {
		this.isStopped = true;
	}

	private hear(source: FeatureSource): void {
		if (this.isStopped) return;
		const isFresh = source === 'fresh' && this.isCovering;
		const late = this.late.get(source);
		// what is wanted since is told when it is covered, and heard of then
		if (!isFresh && (!late?.told || late.wanted)) return;
		if (!this.map.isSourceLoaded(source)) return;
		if (isFresh) {
			this.isCovering = false;
			this.tell();
		} else {
			this.late.delete(source);
			this.leaveOut(source, []);
			this.cover();
		}
	}

	/** Has what is late drawn by `fresh`. */
	private cover(): void {
		const fresh = new Map<string, Drawable>();
		for (const [source, { wanted, told }] of this.late) {
			const behind = wanted && this.behind(source, wanted);
			if (wanted && behind && behind.late.length + behind.stale.length > FEW) {
				this.late.delete(source);
				this.leaveOut(source, []);
				this.update(source, this.mirrors.get(source)?.show(wanted));
				continue;
			}
			for (const one of stillLate(told?.late ?? [], wanted)) fresh.set(one.key, ofSource(source, one));
			for (const one of behind?.late ?? []) fresh.set(one.key, ofSource(source, one));
		}
		for (const one of this.moved) fresh.set(one.key, one);
		const diff = this.fresh.show(fresh.values());
		if (diff) {
			this.isCovering = true;
			this.leaveOut('fresh', (diff.remove ?? []).map(String), true);
			this.update('fresh', diff);
		} else if (!this.isCovering) this.tell();
	}

	/** What is fresh is on screen: its sources leave it out, and are told. */
	private tell(): void {
		this.leaveOut('fresh', []);
		for (const [source, { wanted, told }] of this.late) {
			if (!wanted) continue;
			const mirror = this.mirrors.get(source);
			const behind = this.behind(source, wanted);
			const diff = mirror?.show(wanted);
			const anew = new Set(behind.late.map(({ key }) => key));
			const before = stillLate(told?.late ?? [], wanted).filter(({ key }) => !anew.has(key));
			const leftOut = new Set([...(told?.leftOut ?? []), ...behind.stale]);
			for (const key of anew) for (const made of mirror?.keysOf(key) ?? []) leftOut.add(made);
			if (diff || told) {
				const late = [...before, ...behind.late];
				this.late.set(source, { wanted: null, told: { late, leftOut: [...leftOut] } });
			} else this.late.delete(source);
			this.leaveOut(source, leftOut);
			this.update(source, diff);
		}
	}

	private behind(source: FeatureSource, wanted: readonly Drawable[]): Behind {
		return this.mirrors.get(source)?.behind(wanted) ?? { late: [], stale: [] };
	}

	private update(source: FeatureSource, diff: GeoJSONSourceDiff | null | undefined): void {
		if (!diff) return;
		void this.map
			.getSource<GeoJSONSource>(source)
			?.updateData(diff)
			.then(() => this.hear(source));
	}

	/** Of a source leaves out the features of these `keys`, `also` those that it leaves out. */
	private leaveOut(source: FeatureSource, keys: Iterable<string>, also = false): void {
		const before = this.leftOut.get(source) ?? new Set();
		const next = new Set([...keys, ...(also ? before : [])]);
		for (const id of before) if (!next.has(id)) this.map.removeFeatureState({ source, id }, 'isLeftOut');
		for (const id of next) if (!before.has(id)) this.map.setFeatureState({ source, id }, { isLeftOut: true });
		this.leftOut.set(source, next);
	}
}

/** Of what was late before, what is wanted still; all of it where nothing else is. */
function stillLate(before: readonly Drawable[], wanted: readonly Drawable[] | null): readonly Drawable[] {
	if (!wanted || before.length === 0) return before;
	const keys = new Set(wanted.map(({ key }) => key));
	return before.filter(({ key }) => keys.has(key));
}

function ofSource(source: FeatureSource, drawable: Drawable): Drawable {
	return {
		...drawable,
		features: () =>
			drawable
				.features()
				.map((feature) => ({ ...feature, properties: { ...feature.properties, of: source } }))
	};
}
