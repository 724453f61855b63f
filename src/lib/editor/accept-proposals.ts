import { applyEdit, type Edit } from '../domain/edit.ts';
import type { PlaceAsk, Proposal } from '../domain/findings/placement.ts';
import type { Plan } from '../domain/plan.ts';
import { addItem, type NewItem } from '../domain/operations/add-item.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { newId } from './new-id.ts';

/**
 * One edit that adds a thing for each proposal, as it was reckoned with: cameras that work, checkpoints
 * that are staffed and close the roads they were proposed for, stations with one team.
 */
export function acceptProposals(plan: Plan, ask: PlaceAsk, proposals: readonly Proposal[]): Edit | Refusal {
	const put: Edit['put'][number][] = [];
	let grown = plan;
	for (const proposal of proposals) {
		const edit = addItem(grown, thingOf(ask, proposal), newId(grown, ask.kind));
		if (isRefusal(edit)) return edit;
		put.push(...edit.put);
		grown = applyEdit(grown, edit).plan;
	}
	const [only] = put;
	const name = put.length === 1 ? only?.properties.name : undefined;
	return { label: { verb: 'add', kind: ask.kind, name, count: put.length }, put, drop: [] };
}

function thingOf({ kind, camera }: PlaceAsk, { at, road, azimuthDeg, ring, controls }: Proposal): NewItem {
	const geometry = { type: 'Point' as const, coordinates: [at[0], at[1]] };
	const named = road !== null && { name: road };
	switch (kind) {
		case 'camera':
			return {
				kind,
				geometry,
				properties: {
					type: camera.hfovDeg >= 360 ? 'dome' : 'fixed',
					...(azimuthDeg !== undefined && { azimuthDeg }),
					hfovDeg: camera.hfovDeg,
					rangeM: camera.rangeM,
					...(camera.heightM !== undefined && { heightM: camera.heightM })
				}
			};
		case 'checkpoint':
			return {
				kind,
				geometry,
				properties: {
					...named,
					...(ring !== undefined && { ring }),
					...(controls && {
						controls: controls.map(({ way, at: spot }) => ({ way, at: [spot[0], spot[1]] }))
					})
				}
			};
		case 'station':
			return { kind, geometry, properties: { ...named, teams: 1 } };
	}
}
