import { applyCameraKind } from '../domain/operations/apply-camera-kind.ts';
import { isRefusal } from '../domain/refusal.ts';
import { addOfKind } from '../editor/add-of-kind.ts';
import { newId } from '../editor/new-id.ts';
import type { ToolHost } from '../editor/tools/pointer-tool.ts';
import type { Px } from '../geo/coordinates.ts';

/** Drops a kind of camera on the map: on a camera, which becomes one of it, or on free ground, where a new one stands. */
export function dropKind(host: ToolHost, kindId: string, p: Px): void {
	const { editor } = host;
	const kind = editor.library.find(kindId);
	if (!kind) return;
	const under = host.hits(p).flatMap(({ selection, extent }) => {
		const item =
			extent === 'place' && selection.what === 'item' ? editor.plan.items.get(selection.id) : undefined;
		return item?.kind === 'camera' ? [item] : [];
	})[0];
	const id = under?.id ?? newId(editor.plan, 'camera');
	const edit = under
		? applyCameraKind([under], kind.properties)
		: addOfKind(editor.plan, kind, host.place(p).at, 0, id);
	if (isRefusal(edit)) return host.refuse(edit.problem);
	editor.do(edit);
	editor.select({ what: 'item', id });
}
