import type { Edit } from '../../domain/edit.ts';
import { opticsOf, wholeHeadsOf } from '../../domain/head-optics.ts';
import { rangeOf } from '../../domain/head-range.ts';
import type { Camera } from '../../domain/items.ts';
import { addHead } from '../../domain/operations/add-head.ts';
import { mergeIntoPole } from '../../domain/operations/merge-into-pole.ts';
import { spreadHeads } from '../../domain/operations/spread-heads.ts';
import { takePoleApart } from '../../domain/operations/take-pole-apart.ts';
import { turnCameras } from '../../domain/operations/turn-cameras.ts';
import { widenCamera } from '../../domain/operations/widen-camera.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { newIds } from '../new-ids.ts';
import { selectedCameras } from '../selected-cameras.ts';
import { selectionOfItems } from '../selection.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

const hasCameras = (desk: Desk): boolean => canChange(desk) && selectedCameras(desk.editor).length > 0;
const hasCamera = (desk: Desk): boolean => canChange(desk) && oneCamera(desk) !== null;
const headsAt = (desk: Desk): number => oneCamera(desk)?.properties.heads?.length ?? 0;

/** What turns and shapes cameras by keys, and what is done with the heads of a pole. */
export const HEAD_COMMANDS: readonly Command[] = [
	{
		id: 'tool-aim',
		group: 'tools',
		title: m.heads_tool_aim,
		keys: ['U'],
		isEnabled: canChange,
		run: ({ editor }) => editor.setTool('aim')
	},
	{
		id: 'camera-library',
		group: 'tools',
		title: m.heads_cmd_library,
		keys: ['Shift+C'],
		isOn: ({ editor }) => editor.library.isOpen,
		isEnabled: canChange,
		run: ({ editor }) => (editor.library.isOpen = !editor.library.isOpen)
	},
	turn('turn-left', m.heads_cmd_turn_left, ',', -5),
	turn('turn-right', m.heads_cmd_turn_right, '.', 5),
	turn('turn-left-little', m.heads_cmd_turn_left_little, '<', -1),
	turn('turn-right-little', m.heads_cmd_turn_right_little, '>', 1),
	widen('view-narrower', m.heads_cmd_narrower, ';', -5),
	widen('view-wider', m.heads_cmd_wider, "'", 5),
	lengthen('view-shorter', m.heads_cmd_shorter, '{', -5),
	lengthen('view-longer', m.heads_cmd_longer, '}', 5),
	{
		id: 'head-add',
		group: 'edit',
		title: m.heads_cmd_add,
		keys: ['Shift+H'],
		isEnabled: hasCamera,
		run: addOne
	},
	{
		id: 'head-next',
		group: 'edit',
		title: m.heads_cmd_next,
		keys: ['\\'],
		isEnabled: (desk) => headsAt(desk) > 0,
		run: nextHead
	},
	{
		id: 'heads-spread',
		group: 'edit',
		title: m.heads_cmd_spread,
		keys: ['Shift+W'],
		isEnabled: (desk) => canChange(desk) && headsAt(desk) > 1,
		run: (desk) => void ofOne(desk, spreadHeads)
	},
	{
		id: 'pole-merge',
		group: 'edit',
		title: m.heads_cmd_merge,
		keys: ['Shift+O'],
		isEnabled: (desk) => canChange(desk) && selectedCameras(desk.editor).length > 1,
		run: mergePole
	},
	{
		id: 'pole-apart',
		group: 'edit',
		title: m.heads_cmd_apart,
		keys: ['Shift+Q'],
		isEnabled: (desk) => canChange(desk) && headsAt(desk) > 1,
		run: takeApart
	}
];

function turn(id: string, title: () => string, key: string, byDeg: number): Command {
	return {
		id,
		group: 'edit',
		title,
		keys: [key],
		isEnabled: hasCameras,
		run: (desk) => {
			const { editor } = desk;
			const cameras = selectedCameras(editor);
			desk.act(turnCameras(cameras, byDeg, editor.selectedHead ?? undefined));
		}
	};
}

function widen(id: string, title: () => string, key: string, byDeg: number): Command {
	return shape(id, title, key, (camera, head) => {
		const optics = opticsAt(camera, head);
		const hfovDeg = Math.round(optics.hfovDeg + byDeg);
		return widenCamera(camera, { hfovDeg: Math.min(360, Math.max(1, hfovDeg)) }, head);
	});
}

function lengthen(id: string, title: () => string, key: string, byM: number): Command {
	return shape(id, title, key, (camera, head) => {
		const rangeM = rangeOf(opticsAt(camera, head))?.rangeM ?? 0;
		return widenCamera(camera, { rangeM: Math.max(1, Math.round(rangeM + byM)) }, head);
	});
}

/** Shapes the one camera that is picked out: its head at hand, or the first where none is. */
function shape(
	id: string,
	title: () => string,
	key: string,
	edit: (camera: Camera, head: number | undefined) => Edit | Refusal
): Command {
	return {
		id,
		group: 'edit',
		title,
		keys: [key],
		isEnabled: hasCamera,
		run: (desk) => {
			const first = headsAt(desk) > 0 ? 0 : undefined;
			ofOne(desk, (camera) => edit(camera, desk.editor.selectedHead ?? first));
		}
	};
}

function opticsAt({ properties }: Camera, head = 0) {
	const wholes = wholeHeadsOf(properties);
	return opticsOf(wholes[head] ?? properties);
}

function oneCamera({ editor }: Desk): Camera | null {
	const [camera, second] = selectedCameras(editor);
	return camera && !second ? camera : null;
}

function ofOne(desk: Desk, edit: (camera: Camera) => Edit | Refusal): boolean {
	const camera = oneCamera(desk);
	return camera !== null && desk.act(edit(camera));
}

function addOne(desk: Desk): void {
	const { editor } = desk;
	const like = editor.selectedHead ?? undefined;
	if (!ofOne(desk, (camera) => addHead(camera, undefined, like))) return;
	editor.head = headsAt(desk) - 1;
}

/** One head after another, and after the last the whole pole. */
function nextHead(desk: Desk): void {
	const { editor } = desk;
	const next = (editor.selectedHead ?? -1) + 1;
	editor.head = next < headsAt(desk) ? next : null;
}

function mergePole(desk: Desk): void {
	const cameras = selectedCameras(desk.editor);
	const [first] = cameras;
	if (first && desk.act(mergeIntoPole(cameras))) desk.editor.select({ what: 'item', id: first.id });
}

function takeApart(desk: Desk): void {
	const { editor } = desk;
	const pole = oneCamera(desk);
	if (!pole) return;
	const edit = takePoleApart(editor.plan, pole, newIds(editor.plan, 'camera', headsAt(desk)));
	if (desk.act(edit) && !('ok' in edit)) editor.select(selectionOfItems(edit.put.map(({ id }) => id)));
}
