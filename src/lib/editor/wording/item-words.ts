import type { Assumptions } from '../../domain/assumptions.ts';
import type { SealAnswer } from '../../domain/findings/sealing.ts';
import { headsOf } from '../../domain/head-optics.ts';
import { rangeOf } from '../../domain/head-range.ts';
import type { Camera, CameraProperties, Checkpoint, ControlRing, Item } from '../../domain/items.ts';
import { getLocale } from '../../paraglide/runtime.js';
import { m } from '../../paraglide/messages.js';
import { ringText, roadsText, roadText } from './finding-words.ts';
import { countText, lengthText, withUnit } from './quantity.ts';
import { VALUE_WORDS } from './value-words.ts';

/** What wording an item may lean on beside the item: the rings' answer and what counts. */
export interface WordingContext {
	seal: SealAnswer | null;
	assumptions: Assumptions;
	/** Hours of duty in words; handed in because reading them takes the hours library. */
	hours: string;
}

/** What a thing is and what it does, in one or two plain sentences. */
export function itemWords(item: Item, context: WordingContext): string {
	switch (item.kind) {
		case 'control-ring':
			return ringWords(item, context.seal);
		case 'checkpoint':
			return checkpointWords(item, context);
		case 'camera':
			return cameraWords(item, context.assumptions);
		case 'patrol-zone': {
			const { team } = item.properties;
			return team
				? m.words_zone({ team, hours: context.hours })
				: m.words_zone_no_team({ hours: context.hours });
		}
		case 'patrol-route': {
			const { team, reachM = 50 } = item.properties;
			const reach = lengthText(reachM);
			return team
				? m.words_route({ team, reach, hours: context.hours })
				: m.words_route_no_team({ reach, hours: context.hours });
		}
		case 'station': {
			const { teams = 1 } = item.properties;
			return m.words_station({ count: teams, n: countText(teams) });
		}
		case 'key-site':
			return m.words_site({ category: VALUE_WORDS.category[item.properties.category]() });
		case 'area': {
			const { level = 'custom', setting } = item.properties;
			return m
				.words_area({
					level: VALUE_WORDS.areaLevel[level](),
					setting: setting ? VALUE_WORDS.setting[setting]() : ''
				})
				.trim();
		}
	}
}

function ringWords(ring: ControlRing, seal: SealAnswer | null): string {
	const verdict = seal?.rings.find((one) => one.ring === ring.id);
	if (!verdict) return m.words_ring_unknown();
	const name = ringText(ring.properties.name, ring.properties.level);
	const crossings = countText(verdict.crossings);
	if (verdict.sealed) return m.words_ring_sealed({ count: verdict.crossings, n: crossings, ring: name });
	return sentences(
		m.words_ring_leaks({ count: verdict.leaks, n: countText(verdict.leaks), ring: name }),
		m.words_ring_held({ count: verdict.crossings, held: countText(verdict.held), crossings })
	);
}

function checkpointWords(checkpoint: Checkpoint, { seal, assumptions }: WordingContext): string {
	const { status = 'staffed', controls } = checkpoint.properties;
	const held = seal?.crossings.filter((crossing) => crossing.checkpoint === checkpoint.id) ?? [];
	const roads = [...new Set(held.map((crossing) => roadText(crossing.road)))];
	const counts =
		status === 'staffed' ||
		status === 'built' ||
		(status === 'planned' && assumptions.countPlanned) ||
		(status === 'broken' && assumptions.assumeRepaired);
	const standing = VALUE_WORDS.status[status]();
	const inSentence = getLocale() === 'en' ? standing.toLowerCase() : standing;
	const closes = controls?.length
		? m.words_checkpoint_controls({ count: controls.length, n: countText(controls.length) })
		: m.words_checkpoint_controls_near();
	if (!counts) return sentences(m.words_checkpoint_inactive({ status: inSentence }), closes);
	if (!seal) return sentences(m.words_checkpoint_counts({ status: inSentence }), closes);
	return sentences(
		held.length > 0
			? m.words_checkpoint_holds({ count: held.length, n: countText(held.length), roads: roadsText(roads) })
			: m.words_checkpoint_holds_none(),
		closes
	);
}

function cameraWords(camera: Camera, assumptions: Assumptions): string {
	const { heads, health = 'working', integrated = true, status = 'built' } = camera.properties;
	const why: string[] = [];
	if (status === 'planned' && !assumptions.countPlanned) why.push(VALUE_WORDS.status.planned());
	if (health !== 'working' && !assumptions.assumeRepaired) why.push(VALUE_WORDS.health[health]());
	if (!integrated && !assumptions.assumeIntegrated) why.push(m.integrated_no());
	const sees = heads?.length
		? m.words_camera_heads({ count: heads.length, n: countText(heads.length) })
		: headWords(camera.properties);
	if (why.length === 0) return sees;
	const reasons = why.join(getLocale() === 'zh' ? '、' : ', ');
	return sentences(
		sees,
		m.words_camera_not_counted({ why: getLocale() === 'en' ? reasons.toLowerCase() : reasons })
	);
}

function headWords(camera: CameraProperties): string {
	const head = headsOf(camera)[0];
	const reach = head && rangeOf(head);
	if (!head || !reach) return m.words_camera_uncertain();
	const { azimuthDeg, hfovDeg, nearM } = head;
	if (camera.type === 'ptz') {
		// turned at will, the rim of the view it states does not bind it
		const freeM = rangeOf({ ...head, rimM: null })?.rangeM ?? reach.rangeM;
		return m.words_camera_ptz({ range: lengthText(freeM) });
	}
	if (!Number.isFinite(nearM)) return m.optics_note_blind();
	const near = lengthText(nearM);
	const range = lengthText(reach.rangeM);
	if (hfovDeg === 360) return m.words_camera_all_round({ near, range });
	if (azimuthDeg === null) return m.words_camera_uncertain();
	const hfov = withUnit(Math.round(hfovDeg * 10) / 10, '°');
	return m.words_camera_sees({ direction: directionText(azimuthDeg), hfov, near, range });
}

/** Where a bearing from 0 to 360 degrees points, to an eighth: "north-east". */
export function directionText(bearingDeg: number): string {
	return (COMPASS[Math.round(bearingDeg / 45) % 8] as () => string)();
}

const COMPASS = [
	m.direction_n,
	m.direction_ne,
	m.direction_e,
	m.direction_se,
	m.direction_s,
	m.direction_sw,
	m.direction_w,
	m.direction_nw
] as const;

function sentences(...parts: string[]): string {
	return parts.join(getLocale() === 'zh' ? '' : ' ');
}
