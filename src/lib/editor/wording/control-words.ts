import type { ControlLevel, ControlRow, ControlState } from '../../domain/findings/controls.ts';
import { bearingDeg } from '../../geo/bearing.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { m } from '../../paraglide/messages.js';
import { roadClassText } from './finding-words.ts';
import { directionText } from './item-words.ts';
import { lengthText } from './quantity.ts';

const STATE: Record<ControlState, () => string> = {
	stored: m.controls_stored,
	rule: m.controls_rule,
	proposed: m.controls_proposed,
	offered: m.controls_offered
};

/** How a road at a checkpoint stands: "stored", "by the 30 m rule". */
export function controlStateText(row: ControlRow): string {
	return STATE[row.state]();
}

/** The road of a row by its name, or what kind of road it is. */
export function controlNameText({ name, roadClass }: ControlRow): string {
	return name ?? roadClassText(roadClass);
}

/** "Primary road · on a bridge · 12 m · to the north-east": class, where it lies, how far, which way it leads. */
export function controlFactsText(row: ControlRow, from: LngLat): string {
	const facts = [roadClassText(row.roadClass)];
	if (row.bridge) facts.push(m.on_bridge());
	else if (row.tunnel) facts.push(m.controls_on_tunnel());
	if (row.layer !== 0) facts.push(m.controls_level_n({ n: String(row.layer) }));
	facts.push(lengthText(row.distanceM));
	const side = middleOf(row.line);
	if (side) facts.push(m.controls_towards({ direction: directionText(bearingDeg(from, side)) }));
	return facts.join(' · ');
}

/** Where a checkpoint would stand, of several levels: "on the bridge: Kenesary Avenue". */
export function controlLevelText(level: ControlLevel, rows: readonly ControlRow[]): string {
	const row = rows.find(({ key }) => key === level.stands);
	if (!row) return '–';
	const road = controlNameText(row);
	if (row.bridge) return m.controls_level_bridge({ road });
	if (row.tunnel) return m.controls_level_tunnel({ road });
	if (row.layer > 0) return m.controls_level_above({ road });
	if (row.layer < 0) return m.controls_level_below({ road });
	return m.controls_level_ground({ road });
}

/** The point of a line that is nearest to half its points; undefined for an empty one. */
function middleOf(line: readonly LngLat[]): LngLat | undefined {
	const [a, b] = [line[Math.floor((line.length - 1) / 2)], line[Math.ceil((line.length - 1) / 2)]];
	return a && b && [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
