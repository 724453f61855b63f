import type { Item } from '../../domain/items.ts';
import { pasteItems, type Pasted } from '../../domain/operations/paste-items.ts';
import { removeItems } from '../../domain/operations/remove-items.ts';
import { problemText } from '../../domain/problem-texts.ts';
import { m } from '../../paraglide/messages.js';
import { clipText } from '../../workers/clip-text.ts';
import { messageOf } from '../../workers/message-of.ts';
import type { ReadPlan } from '../../workers/read-plan-file.ts';
import type { Desk } from '../desk.svelte.ts';
import { chordText } from '../commands/keys.ts';
import { extentOf } from '../extent.ts';
import { isMac } from '../is-mac.ts';
import { itemsOf } from '../items-of.ts';
import { language } from '../language.svelte.ts';
import { selectedIds } from '../selected-ids.ts';
import { selectionOfItems } from '../selection.ts';
import { whatText } from '../wording/edit-words.ts';
import { countText } from '../wording/quantity.ts';
import { labelOf } from '../../domain/fabric/ground-of.ts';
import { fabricOf } from '../../domain/fabric/neighbours.ts';
import { clipIds } from './clip-ids.ts';
import { planTextOf } from './plan-text-of.ts';

/** How far from what it is a copy of a duplicate lies, to the right and down. */
const BESIDE_PX = 20;

/** Copy, cut, paste and duplicate of things, as GeoJSON text: between plans, tabs and other programs. */
export class Clipboard {
	constructor(private readonly desk: Desk) {}

	/** What is picked out as text, and says so; null where nothing is. */
	copy(): string | null {
		const { editor, screen } = this.desk;
		editor.settle();
		const items = this.picked();
		if (items.length === 0) return null;
		screen.say(m.clip_copied({ n: whatText(labelOf('paste', items)) }));
		return clipText(editor.plan.header, items);
	}

	/** As `copy`, and takes it out of the plan; null where nothing is picked out or may be taken out. */
	cut(): string | null {
		const { editor, screen } = this.desk;
		if (editor.isReadOnly) return null;
		editor.settle();
		const items = this.picked();
		if (items.length === 0) return null;
		const text = clipText(editor.plan.header, items);
		if (
			!this.desk.act(
				removeItems(
					editor.plan,
					items.map(({ id }) => id)
				)
			)
		)
			return null;
		editor.select(null);
		screen.say(m.clip_cut_done({ n: whatText(labelOf('paste', items)) }));
		return text;
	}

	/**
	 * Lays what the text holds into the plan: centred under the pointer, on the middle of the map while it is
	 * elsewhere, or where it was. What was left out, cut or changed is told; what is laid is picked out.
	 */
	async paste(text: string, isInPlace: boolean): Promise<void> {
		const { editor, screen } = this.desk;
		if (editor.isReadOnly) return screen.say(m.why_review(), 'wrong');
		if (text.trim() === '') return screen.say(m.clip_empty(), 'wrong');
		const target = editor.sight?.pointer() ?? editor.sight?.middle() ?? null;
		const { plan } = editor;
		screen.busy = m.clip_reading();
		let read: ReadPlan;
		try {
			read = await this.desk.readText(planTextOf(text));
		} catch (error) {
			return screen.say(m.clip_junk_why({ why: messageOf(error) }), 'wrong');
		} finally {
			screen.busy = null;
		}
		const items = [...(read.plan?.items.values() ?? [])];
		if (items.length === 0) return this.sayJunk(read);
		// another plan was opened while the text was read
		if (editor.plan !== plan && editor.plan.header !== plan.header) return;
		editor.settle();
		const box = isInPlace || !target ? null : extentOf(items);
		const by =
			box && target
				? ([target[0] - (box[0] + box[2]) / 2, target[1] - (box[1] + box[3]) / 2] as const)
				: ([0, 0] as const);
		this.lay(pasteItems(editor.plan, items, by, clipIds(editor.plan, items)), m.clip_pasted, read);
	}

	/** Lays a copy of what is picked out beside it; ground that may not lie over its like, its whole width to the east. */
	duplicate(): void {
		const { editor } = this.desk;
		editor.settle();
		const items = this.picked();
		if (items.length === 0) return;
		let by = editor.sight?.shift(BESIDE_PX, BESIDE_PX) ?? ([1e-4, -1e-4] as const);
		const grounds = extentOf(items.filter((item) => fabricOf(item) !== null));
		if (grounds) by = [grounds[2] - grounds[0], 0];
		this.lay(pasteItems(editor.plan, items, by, clipIds(editor.plan, items), 'duplicate'), m.clip_duplicated);
	}

	/** As `copy` or `cut`, from a menu: the text goes to the clipboard from here. */
	async copyByMenu(isCut: boolean): Promise<void> {
		const text = isCut ? this.cut() : this.copy();
		if (text === null) return;
		await navigator.clipboard.writeText(text).catch(() => this.sayNoAccess(isCut ? 'X' : 'C'));
	}

	/** As `paste`, from a menu: the browser may ask whether the page may read the clipboard. */
	async pasteByMenu(isInPlace: boolean): Promise<void> {
		const text = await navigator.clipboard.readText().catch(() => null);
		if (text === null) this.sayNoAccess('V');
		else await this.paste(text, isInPlace);
	}

	private picked(): Item[] {
		const { editor } = this.desk;
		return itemsOf(editor.plan, selectedIds(editor));
	}

	private lay(pasted: Pasted, say: (inputs: { n: string }) => string, read?: ReadPlan): void {
		const { editor, screen } = this.desk;
		const { edit, ids, cut, refused } = pasted;
		if (!edit) {
			if (refused.length > 0) this.desk.act(refused[0]);
			return;
		}
		if (!this.desk.act(edit)) return;
		editor.select(selectionOfItems(ids));
		const told = [say({ n: whatText(edit.label) })];
		if (cut.length > 0) told.push(m.clip_some_cut({ n: countText(cut.length) }));
		const unread = read?.plan?.unread ?? [];
		const why =
			refused[0]?.problem ??
			read?.problems.find(({ severity, featureIndex }) => severity === 'error' && featureIndex !== undefined);
		const out = refused.length + unread.length;
		if (out > 0) {
			const {
				featureId: _id,
				featureIndex: _index,
				path: _path,
				...bare
			} = why ?? { code: 'not-a-feature' as const, severity: 'error' as const };
			told.push(m.clip_some_out({ n: countText(out), why: problemText(bare, language.locale) }));
		}
		const personal = read?.problems.filter(({ code }) => code === 'personal-property').length ?? 0;
		if (personal > 0) told.push(m.clip_personal({ n: countText(personal) }));
		screen.say(told.join(language.locale === 'zh' ? '' : ' '), out > 0 ? 'wrong' : 'plain');
	}

	private sayJunk(read: ReadPlan): void {
		const problem = read.problems.find(({ severity }) => severity === 'error');
		const isOurs =
			problem !== undefined && problem.code !== 'not-json' && problem.code !== 'not-a-feature-collection';
		this.desk.screen.say(
			isOurs ? m.clip_junk_why({ why: problemText(problem, language.locale) }) : m.clip_junk(),
			'wrong'
		);
	}

	private sayNoAccess(key: string): void {
		this.desk.screen.say(m.clip_no_access({ keys: chordText(`Mod+${key}`, isMac) }), 'wrong');
	}
}
