import type { PlaceAsk, PlacementAnswer, Proposal } from '../../domain/findings/placement.ts';
import type { Draft } from '../sealing/suggestions.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Ground } from '../road-gaps/ground.ts';
import { askedGround } from './asked-ground.ts';
import { LeakBound } from './leak-bound.ts';
import { LeakScene } from './leak-scene.ts';
import { Breather, checkAsk, PlaceRefused, type PlaceGround, type PlaceRun } from './place-run.ts';
import { postCandidates } from './post-candidates.ts';

/**
 * Which further checkpoints close most leaks of all rings together, or of the ring named.
 *
 * One after the other is taken that closes most, found by cutting the rings anew with it: what `seal`
 * suggests, and every post about the rings whose roads could stop more. With as many as `seal` suggests
 * all are sealed. Which few posts close most is no covering problem (a post may help only together with
 * others), so a choice is proven only where it meets the bound of `LeakBound`, or where one post was asked for and all were tried.
 * Within an area or zone only posts that stand in it are proposed. Throws `PlaceRefused`.
 */
export async function placeCheckpoints(
	ground: PlaceGround,
	ask: PlaceAsk,
	run: PlaceRun
): Promise<PlacementAnswer> {
	checkAsk(ask);
	const breather = new Breather(run);
	const { roads, items, assumptions } = ground;
	const named = items.find(({ id }) => id === ask.within);
	const ring = named?.kind === 'control-ring' ? named.id : undefined;
	const within = ask.within === undefined || ring !== undefined ? null : askedGround(ground, ask.within);
	const scene = new LeakScene(roads, items, assumptions, ring);
	if (scene.grounds.length === 0) throw new PlaceRefused('no-ring');
	const leaks = scene.leaksWith([]);
	await breather.rest();

	const bound = new LeakBound(scene);
	const pool: Candidate[] = [];
	for (const suggestion of postCandidates(roads, scene.grounds, within)) {
		const draft = scene.draft(suggestion);
		pool.push({ draft, most: bound.most(draft) });
		await breather.rest();
	}
	const candidates = pool.filter(({ most }) => bound.alone(most, leaks) > 0);
	candidates.sort((a, b) => b.most - a.most);

	const taken: Draft[] = [];
	const proposals: Proposal[] = [];
	let suggested = suggestedIn(scene, taken, within);
	const suggestedMost = suggested.map((draft) => bound.most(draft));
	// as many as seal everything: there is nothing to choose
	const sealsAll = within === null && suggested.length <= ask.count;
	const from = breather.elapsedMs;
	let left = leaks;
	let triedAll = true;
	while (taken.length < ask.count && left > 0) {
		const mayTry = !sealsAll && breather.elapsedMs - from < run.improveMs;
		const step = await bestPost(scene, taken, left, suggested, mayTry ? candidates : [], bound, breather);
		triedAll &&= mayTry;
		if (!step.draft || step.left >= left) break;
		taken.push(step.draft);
		const { at, road, roadClass, ring: own, controls } = step.draft.suggestion;
		proposals.push({
			rank: taken.length,
			at,
			gain: left - step.left,
			total: leaks - step.left,
			road,
			roadClass,
			ring: own,
			controls
		});
		left = step.left;
		// the others seal what is left with one of them taken, but not with another
		const rest = suggested.filter((draft) => draft !== step.draft);
		if (rest.length < suggested.length) suggested = rest;
		else {
			suggested = suggestedIn(scene, taken, within);
			for (const draft of suggested) suggestedMost.push(bound.most(draft));
		}
		run.progress?.(taken.length, ask.count);
	}
	const gain = leaks - left;
	const mosts = [...candidates.map(({ most }) => most), ...suggestedMost];
	const provenByTrying = ask.count === 1 && triedAll;
	const most = provenByTrying ? gain : Math.max(gain, bound.ofMany(mosts, ask.count, leaks));
	return {
		ask,
		unit: 'leaks',
		proposals,
		gain,
		bound: most,
		exact: most === gain,
		demand: leaks,
		places: candidates.length,
		placesInAll: pool.length
	};
}

interface Candidate {
	readonly draft: Draft;
	/** Leaks whose ways it can stop at most with its own roads. */
	readonly most: number;
}

/** The post that leaves fewest leaks; of those that leave as few, one that `seal` suggests. */
async function bestPost(
	scene: LeakScene,
	taken: readonly Draft[],
	left: number,
	suggested: readonly Draft[],
	candidates: readonly Candidate[],
	bound: LeakBound,
	breather: Breather
): Promise<{ draft: Draft | null; left: number }> {
	let best: Draft | null = null;
	let least = left;
	for (const draft of [...suggested].sort((a, b) => b.suggestion.leaks - a.suggestion.leaks)) {
		if (best && left - draft.suggestion.leaks > least) break;
		const leaves = scene.leaksWith([...taken, draft]);
		if (leaves < least) [best, least] = [draft, leaves];
		await breather.rest();
	}
	for (const { draft, most } of candidates) {
		if (left - bound.alone(most, left) >= least) break;
		const leaves = scene.leaksWith([...taken, draft]);
		if (leaves < least) [best, least] = [draft, leaves];
		await breather.rest();
	}
	return { draft: best, left: least };
}

function suggestedIn(scene: LeakScene, taken: readonly Draft[], within: readonly Ground[] | null): Draft[] {
	return scene.suggestions(taken).filter(({ suggestion }) => standsIn(suggestion.at, within));
}

function standsIn(at: readonly [number, number], within: readonly Ground[] | null): boolean {
	if (!within) return true;
	const x = Math.round(at[0] * GRID_PER_DEG);
	const y = Math.round(at[1] * GRID_PER_DEG);
	return within.some((ground) => ground.contains(x, y));
}
