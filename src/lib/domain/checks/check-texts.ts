import type { ItemId, RingLevel } from '../items.ts';
import type { Language } from '../problem-texts.ts';
import type { CheckCode, CheckFinding, CheckFix, IdleWhy, ShapeFault } from './check-finding.ts';

/** How names and measures are written where the words are read. */
export interface CheckNames {
	readonly nameOf: (id: ItemId) => string;
	readonly area: (areaM2: number) => string;
	readonly length: (lengthM: number) => string;
}

type Words<T> = Record<Language, T>;
type Told = (finding: CheckFinding, names: CheckNames) => string;

const LEVEL: Record<RingLevel, Words<string>> = {
	1: { en: 'core', zh: '核心' },
	2: { en: 'outer', zh: '外围' },
	3: { en: 'border', zh: '边界' }
};

const FAULTS: Record<ShapeFault, Words<string>> = {
	'crosses-itself': { en: 'its border crosses itself', zh: '边界自相交叉' },
	'touches-itself': { en: 'its border touches itself', zh: '边界自相接触' },
	'parts-overlap': { en: 'its parts lie over each other', zh: '各部分相互重叠' },
	'hole-astray': { en: 'a hole lies outside of it', zh: '有孔洞落在图形之外' },
	'repeated-corner': { en: 'a corner is there twice', zh: '有重复的角点' },
	spike: { en: 'a spike without ground sticks out of its border', zh: '边界上有不含面积的尖刺' },
	'tiny-part': { en: 'a part is too small to be meant', zh: '有过小的碎块' },
	'tiny-hole': { en: 'a hole is too small to be meant', zh: '有过小的孔洞' }
};

const IDLE: Record<IdleWhy, Words<Told>> = {
	'no-road': {
		en: (f, n) =>
			`${first(f, n)} controls nothing: no road passes within 30 m${f.lengthM === undefined ? '' : `; the nearest is ${n.length(f.lengthM)} off`}`,
		zh: (f, n) =>
			`${first(f, n)}未控任何道路：30 米内没有道路${f.lengthM === undefined ? '' : `，最近的道路相距 ${n.length(f.lengthM)}`}`
	},
	stale: {
		en: (f, n) => `${first(f, n)} controls nothing: the roads it states are no longer on the map`,
		zh: (f, n) => `${first(f, n)}未控任何道路：登记的道路在地图上已不存在`
	},
	far: {
		en: (f, n) => `${first(f, n)} serves no ring: the nearest is ${n.length(f.lengthM ?? 0)} off`,
		zh: (f, n) => `${first(f, n)}不属于任何防控圈：最近的防控圈相距 ${n.length(f.lengthM ?? 0)}`
	}
};

const overlap: Words<Told> = {
	en: (f, n) => `${first(f, n)} and ${second(f, n)} overlap by ${n.area(f.areaM2 ?? 0)}`,
	zh: (f, n) => `${first(f, n)}与${second(f, n)}重叠 ${n.area(f.areaM2 ?? 0)}`
};
const gap: Words<Told> = {
	en: (f, n) => `A gap of ${n.area(f.areaM2 ?? 0)} between ${listed(f, n, 'en')}`,
	zh: (f, n) => `${listed(f, n, 'zh')}之间有 ${n.area(f.areaM2 ?? 0)} 空隙`
};

/** Of each code a title for many, and a sentence for one. */
const TEXTS: Record<CheckCode, { readonly title: Words<string>; readonly one: Words<Told> }> = {
	'unread-shape': {
		title: { en: 'Shapes that could not be read', zh: '未能读入的图形' },
		one: {
			en: (f) => `${f.named} of the file is not in the plan: its border crosses itself`,
			zh: (f) => `文件中的${f.named}未进入方案：边界自相交叉`
		}
	},
	'broken-shape': {
		title: { en: 'Unsound shapes', zh: '图形不规范' },
		one: {
			en: (f, n) => `${first(f, n)}: ${FAULTS[f.fault ?? 'spike'].en}`,
			zh: (f, n) => `${first(f, n)}：${FAULTS[f.fault ?? 'spike'].zh}`
		}
	},
	'zones-overlap': { title: { en: 'Patrol zones that overlap', zh: '防区重叠' }, one: overlap },
	'areas-overlap': { title: { en: 'Areas of one level that overlap', zh: '同级辖区重叠' }, one: overlap },
	'zones-gap': { title: { en: 'Gaps between patrol zones', zh: '防区之间的空隙' }, one: gap },
	'areas-gap': { title: { en: 'Gaps between areas of one level', zh: '同级辖区之间的空隙' }, one: gap },
	'zone-outside-area': {
		title: { en: 'Patrol zones that reach outside the area', zh: '超出辖区的防区' },
		one: {
			en: (f, n) => `${first(f, n)} reaches ${n.area(f.areaM2 ?? 0)} outside the area`,
			zh: (f, n) => `${first(f, n)}超出辖区 ${n.area(f.areaM2 ?? 0)}`
		}
	},
	'zone-without-team': {
		title: { en: 'Patrol zones without a team', zh: '没有巡组的防区' },
		one: { en: (f, n) => `${first(f, n)} has no team`, zh: (f, n) => `${first(f, n)}没有巡组` }
	},
	'route-no-length': {
		title: { en: 'Patrol routes without length', zh: '没有长度的巡线' },
		one: {
			en: (f, n) => `${first(f, n)} is less than 1 m long`,
			zh: (f, n) => `${first(f, n)}不足 1 米`
		}
	},
	'ring-level-twice': {
		title: { en: 'Rings of one level', zh: '级别相同的防控圈' },
		one: {
			en: (f, n) =>
				`${first(f, n)} is a ring of the same level as ${second(f, n)}: ${LEVEL[f.level ?? 1].en}`,
			zh: (f, n) => `${first(f, n)}与${second(f, n)}级别相同：${LEVEL[f.level ?? 1].zh}`
		}
	},
	'ring-not-nested': {
		title: { en: 'Rings that are not nested', zh: '没有层层嵌套的防控圈' },
		one: {
			en: (f, n) => `${first(f, n)} does not lie within ${second(f, n)}`,
			zh: (f, n) => `${first(f, n)}不在${second(f, n)}之内`
		}
	},
	'checkpoint-ring-gone': {
		title: { en: 'Checkpoints whose ring is gone', zh: '所属防控圈已不存在的卡口' },
		one: {
			en: (f, n) => `${first(f, n)} names the ring ${f.named}, which the plan does not have`,
			zh: (f, n) => `${first(f, n)}所属的防控圈 ${f.named} 不在方案中`
		}
	},
	'checkpoint-idle': {
		title: { en: 'Checkpoints that control nothing', zh: '未起作用的卡口' },
		one: {
			en: (f, n) => IDLE[f.why ?? 'no-road'].en(f, n),
			zh: (f, n) => IDLE[f.why ?? 'no-road'].zh(f, n)
		}
	},
	'camera-double': {
		title: { en: 'Cameras that are there twice', zh: '重复的摄像机' },
		one: {
			en: (f, n) =>
				`${first(f, n)} is there ${f.count} times: ${f.isPlain ? 'the same in everything' : 'the same place and direction, other details'}`,
			zh: (f, n) =>
				`${first(f, n)}重复 ${f.count} 次：${f.isPlain ? '各项均相同' : '位置与方向相同，其余有别'}`
		}
	},
	'camera-outside-region': {
		title: { en: 'Cameras beyond the map', zh: '底图包范围之外的摄像机' },
		one: {
			en: (f, n) => `${first(f, n)} stands beyond the map of the region`,
			zh: (f, n) => `${first(f, n)}位于底图包范围之外`
		}
	},
	'camera-outside-area': {
		title: { en: 'Cameras outside the area', zh: '辖区之外的摄像机' },
		one: {
			en: (f, n) => `${first(f, n)} stands ${n.length(f.lengthM ?? 0)} outside the area`,
			zh: (f, n) => `${first(f, n)}位于辖区之外 ${n.length(f.lengthM ?? 0)}`
		}
	},
	'site-outside-area': {
		title: { en: 'Key sites outside the area', zh: '辖区之外的重点部位' },
		one: {
			en: (f, n) => `${first(f, n)} lies outside the area`,
			zh: (f, n) => `${first(f, n)}位于辖区之外`
		}
	}
};

const FIXES: {
	[H in CheckFix['how']]: Words<
		(fix: Extract<CheckFix, { how: H }>, f: CheckFinding, n: CheckNames) => string
	>;
} = {
	remove: {
		en: ({ ids }, f, n) =>
			f.code === 'camera-double'
				? ids.length === 1
					? 'Remove the copy'
					: `Remove ${ids.length} copies`
				: `Remove ${n.nameOf(ids[0] as ItemId)}`,
		zh: ({ ids }, f, n) =>
			f.code === 'camera-double' ? `删除 ${ids.length} 个副本` : `删除${n.nameOf(ids[0] as ItemId)}`
	},
	cut: {
		en: ({ from }, _, n) => `Take it off ${n.nameOf(from)}`,
		zh: ({ from }, _, n) => `从${n.nameOf(from)}中去掉`
	},
	fill: {
		en: ({ into }, _, n) => `Give it to ${n.nameOf(into)}`,
		zh: ({ into }, _, n) => `划入${n.nameOf(into)}`
	},
	clip: {
		en: ({ id }, _, n) => `Cut off what of ${n.nameOf(id)} lies outside`,
		zh: ({ id }, _, n) => `裁去${n.nameOf(id)}超出的部分`
	},
	repair: { en: () => 'Make the shape sound', zh: () => '修整图形' },
	'drop-part': {
		en: ({ ring }) => (ring === 0 ? 'Remove the part' : 'Fill the hole'),
		zh: ({ ring }) => (ring === 0 ? '删除碎块' : '填上孔洞')
	},
	'drop-corner': { en: () => 'Remove the spike', zh: () => '去掉尖刺' },
	restore: { en: () => 'Make the shape sound and take it in', zh: () => '修整图形并纳入方案' },
	move: {
		en: ({ onto }) => (onto === 'road' ? 'Move it onto the nearest road' : 'Move it just inside the area'),
		zh: ({ onto }) => (onto === 'road' ? '移到最近的道路' : '移到辖区边界之内')
	},
	'take-ring': {
		en: ({ ring }, _, n) => `Make it one of ${n.nameOf(ring)}`,
		zh: ({ ring }, _, n) => `改属${n.nameOf(ring)}`
	},
	'forget-ring': { en: () => 'Let it name no ring', zh: () => '不再指明防控圈' },
	'forget-controls': {
		en: () => 'Control the roads within 30 m',
		zh: () => '改为控制 30 米内的道路'
	},
	'set-level': {
		en: ({ id, level }, _, n) => `Make ${n.nameOf(id)} a ring of the level: ${LEVEL[level].en}`,
		zh: ({ id, level }, _, n) => `将${n.nameOf(id)}改为${LEVEL[level].zh}级`
	},
	'swap-levels': { en: () => 'Swap their levels', zh: () => '互换级别' }
};

/** What the findings of a code are, as the heading of a list. */
export function checkTitle(code: CheckCode, language: Language): string {
	return TEXTS[code].title[language];
}

/** A finding in one sentence, without a full stop. */
export function checkText(finding: CheckFinding, language: Language, names: CheckNames): string {
	return TEXTS[finding.code].one[language](finding, names);
}

/** What a fix would do, as a button says it. */
export function fixText(fix: CheckFix, finding: CheckFinding, language: Language, names: CheckNames): string {
	const words = FIXES[fix.how][language] as (fix: CheckFix, f: CheckFinding, n: CheckNames) => string;
	return words(fix, finding, names);
}

function first({ about }: CheckFinding, { nameOf }: CheckNames): string {
	return about[0] === undefined ? '?' : nameOf(about[0]);
}

function second({ about }: CheckFinding, { nameOf }: CheckNames): string {
	return about[1] === undefined ? '?' : nameOf(about[1]);
}

/** So many neighbours of a gap are named. */
const NAMED = 3;

function listed({ about }: CheckFinding, { nameOf }: CheckNames, language: Language): string {
	const names = about.slice(0, NAMED).map(nameOf);
	const more = about.length - names.length;
	if (language === 'zh') return more > 0 ? `${names.join('、')}等 ${about.length} 处` : names.join('、');
	if (more > 0) return `${names.join(', ')} and ${more} more`;
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
