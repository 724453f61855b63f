import { KINDS } from './items.ts';
import type { Problem, ProblemCode, Wanted } from './problem.ts';

/** Languages of messages. */
export type Language = 'en' | 'zh';
type Texts = Record<Language, (problem: Problem) => string>;

/** One sentence a code: what was seen and what was wanted. */
const TEXTS: Record<ProblemCode, Texts> = {
	'not-json': {
		en: (p) => `not JSON: saw ${p.seen}, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `不是 JSON：此处是 ${JSON_WORDS_ZH[p.seen ?? ''] ?? p.seen}，应为${wantedText(p, 'zh')}`
	},
	'not-a-feature-collection': {
		en: (p) => `saw ${p.seen}, wanted a GeoJSON FeatureCollection with a list of features`,
		zh: (p) => `此处是 ${p.seen}，应为带 features 列表的 GeoJSON FeatureCollection`
	},
	'newer-format': {
		en: (p) => `cordon.format is ${p.seen}, wanted 1: the plan was written by a newer Cordon`,
		zh: (p) => `cordon.format 是 ${p.seen}，应为 1：该方案由更新版本的 Cordon 写成`
	},
	'no-header': {
		en: () => 'no member "cordon"; wanted { "format": 1, "name": … }; read as a plan without a name',
		zh: () => '缺少 "cordon" 成员，应为 { "format": 1, "name": … }；按未命名方案读入'
	},
	'bad-header': {
		en: (p) => `${p.path} is ${p.seen}, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `${p.path} 是 ${p.seen}，应为${wantedText(p, 'zh')}`
	},
	'region-not-built': {
		en: (p) =>
			`region ${p.seen} is not built; build it with: cordon region build INPUT --name ${bare(p)}, or see: cordon region list`,
		zh: (p) =>
			`底图包 ${p.seen} 尚未生成；生成命令：cordon region build INPUT --name ${bare(p)}；已有底图包：cordon region list`
	},
	'not-a-feature': {
		en: (p) => `saw ${p.seen}, wanted a GeoJSON Feature; kept in the file, not used`,
		zh: (p) => `此处是 ${p.seen}，应为 GeoJSON Feature；保留在文件中，不参与分析`
	},
	'unknown-kind': {
		en: (p) => `kind is ${p.seen}, wanted one of ${KINDS.join(', ')}; kept in the file, not used`,
		zh: (p) => `kind 是 ${p.seen}，应为 ${KINDS.join('、')} 之一；保留在文件中，不参与分析`
	},
	'missing-id': {
		en: (p) => `no id, wanted a text; it is now ${p.seen}`,
		zh: (p) => `缺少 id，应为文本；现编为 ${p.seen}`
	},
	'duplicate-id': {
		en: (p) => `id ${p.seen} is taken already, wanted one that is unique in the plan`,
		zh: (p) => `id ${p.seen} 已被使用，应在方案中唯一`
	},
	'id-not-text': {
		en: (p) => `id is ${p.seen}, wanted a text; read as text`,
		zh: (p) => `id 是 ${p.seen}，应为文本；按文本读入`
	},
	'personal-property': {
		en: (p) =>
			`${p.path} looks as if it described a person; Cordon keeps places and resources only, so it is dropped`,
		zh: (p) => `${p.path} 疑似个人信息；Cordon 只记录地点与资源，该属性不予保留`
	},
	'dangling-ring': {
		en: (p) => `ring is ${p.seen}, wanted the id of a control ring of this plan`,
		zh: (p) => `ring 是 ${p.seen}，应为本方案中防控圈的 id`
	},
	'no-geometry': {
		en: (p) => `geometry is ${p.seen}, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `geometry 是 ${p.seen}，应为${wantedText(p, 'zh')}`
	},
	'wrong-geometry': {
		en: (p) => `geometry is ${p.seen}, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `几何类型是 ${p.seen}，应为${wantedText(p, 'zh')}`
	},
	'bad-position': {
		en: (p) => `${p.path} is ${p.seen}, wanted positions [longitude, latitude] of two finite numbers`,
		zh: (p) => `${p.path} 是 ${p.seen}，应为两个有限数字的坐标 [经度, 纬度]`
	},
	'outside-the-world': {
		en: (p) => `${p.path} is ${p.seen}, wanted longitude -180 to 180 and latitude -90 to 90`,
		zh: (p) => `${p.path} 是 ${p.seen}，应为经度 -180 至 180、纬度 -90 至 90`
	},
	swapped: {
		en: (p) => `${p.path} is ${p.seen}: latitude and longitude look swapped, wanted [longitude, latitude]`,
		zh: (p) => `${p.path} 是 ${p.seen}：经纬度疑似写反，应为 [经度, 纬度]`
	},
	'outside-the-region': {
		en: (p) => `lies at ${p.seen}, outside the map data of the region`,
		zh: (p) => `位于 ${p.seen}，超出底图包范围`
	},
	'too-few-points': {
		en: (p) =>
			`${p.path ?? 'the line'} has ${p.seen} distinct point${p.seen === '1' ? '' : 's'}, wanted at least ${isRing(p) ? 3 : 2}`,
		zh: (p) => `${p.path ?? '边线'} 只有 ${p.seen} 个不同的点，至少应有 ${isRing(p) ? 3 : 2} 个`
	},
	'not-closed': {
		en: (p) => `${p.path} is not closed: ${p.seen}, wanted the first point repeated as the last`,
		zh: (p) => `${p.path} 未闭合：${p.seen}，末点应与首点相同`
	},
	'self-crossing': {
		en: (p) => `the line crosses itself at ${place(p)}${inPath(p, ' (', ')')}, wanted a ring that does not`,
		zh: (p) => `边线在 ${place(p)} 处自相交${inPath(p, '（', '）')}，应为不自交的环`
	},
	'self-touching': {
		en: (p) => `the line touches itself at ${place(p)}${inPath(p, ' (', ')')}`,
		zh: (p) => `边线在 ${place(p)} 处自相接触${inPath(p, '（', '）')}`
	},
	'missing-property': {
		en: (p) => `${p.path} is missing, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `缺少 ${p.path}，应为${wantedText(p, 'zh')}`
	},
	'bad-value': {
		en: (p) => `${p.path} is ${p.seen}, wanted ${wantedText(p, 'en')}`,
		zh: (p) => `${p.path} 是 ${p.seen}，应为${wantedText(p, 'zh')}`
	},
	'bad-hours': {
		en: (p) => `${p.path} is ${p.seen}, wanted opening_hours such as "Mo-Fr 07:00-22:00"`,
		zh: (p) => `${p.path} 是 ${p.seen}，应为 opening_hours 写法，如 "Mo-Fr 07:00-22:00"`
	},
	'near-beyond-range': {
		en: (p) => `${p.path} is not below rangeM: ${p.seen}, wanted nearM < rangeM`,
		zh: (p) => `${p.path} 不小于 rangeM：${p.seen}，应为 nearM < rangeM`
	},
	locked: {
		en: (p) => `${p.seen} is locked; unlock it to change, move or delete it`,
		zh: (p) => `${p.seen} 已锁定；解锁后才能更改、移动或删除`
	},
	'no-such-item': {
		en: (p) => `saw ${p.seen}, wanted the id of something in the plan`,
		zh: (p) => `此处是 ${p.seen}，应为方案中已有的 id`
	},
	'no-such-head': {
		en: (p) => `${p.path} is not there, wanted one of the heads of the pole`,
		zh: (p) => `${p.path} 不存在，应为该点位已有的镜头`
	},
	'last-head': {
		en: () => 'the pole has no other head: delete the camera, or make it a single camera',
		zh: () => '该点位只剩这一个镜头：请删除摄像机，或改为单镜头摄像机'
	},
	'several-heads': {
		en: (p) => `the pole has ${p.seen} heads, wanted one: take it apart, or remove the others`,
		zh: (p) => `该点位有 ${p.seen} 个镜头，应只有 1 个：请先拆分点位，或移除其余镜头`
	},
	'heads-differ': {
		en: (p) =>
			`${p.path} differs between the cameras (${p.seen}) and holds for a pole as a whole: make it the same first`,
		zh: (p) => `各摄像机的 ${p.path} 不同（${p.seen}），而点位只能有一个值：请先改为一致`
	},
	'not-one-pole': {
		en: (p) => `the cameras stand up to ${p.seen} m apart, wanted two or more within 1 m`,
		zh: (p) => `摄像机相距最多 ${p.seen} 米，应为两台以上且相距不超过 1 米`
	},
	'no-lens': {
		en: () =>
			'the camera states no picture size, so nothing says how fine it sees: give it a resolution first',
		zh: () => '未填写分辨率，无法得知画面精细程度：请先填写分辨率'
	},
	'nothing-to-remove': {
		en: () => 'nothing to remove: none of it is in the plan',
		zh: () => '没有可删除的内容：方案中均不存在'
	},
	'nothing-to-add': {
		en: () => 'nothing to add: the list is empty',
		zh: () => '没有可加入的内容：列表为空'
	},
	'not-ground': {
		en: () =>
			'has no ground that could be cut or joined, wanted a zone, an area, a ring or a site with an outline',
		zh: () => '没有面状范围，应为防区、辖区、防控圈或带轮廓的部位'
	},
	'no-such-corner': {
		en: (p) => `${p.path} is not there, wanted a corner of the outline`,
		zh: (p) => `${p.path} 不存在，应为边线上已有的拐点`
	},
	'no-such-part': {
		en: (p) => `${p.path} is not there, wanted a part or a hole of the shape`,
		zh: (p) => `${p.path} 不存在，应为该图形已有的部分或孔洞`
	},
	'corner-is-junction': {
		en: (p) =>
			`the corner at ${place(p)} stays: the borders of ${p.seen} part there, and without it there would be a gap or an overlap`,
		zh: (p) => `${place(p)} 处的拐点不能删除：${p.seen} 的边界在此分开，删除会留下空隙或重叠`
	},
	overlaps: {
		en: (p) => `it would lie over ${p.seen} at ${place(p)}`,
		zh: (p) => `将在 ${place(p)} 处与 ${p.seen} 重叠`
	},
	'falls-apart': {
		en: (p) => `it would fall into ${p.seen} parts, and may be one only; one of them lies at ${place(p)}`,
		zh: (p) => `将分成 ${p.seen} 块，而此类只能是一整块；其中一块位于 ${place(p)}`
	},
	'outside-shape': {
		en: (p) => `what was drawn leaves the shape at ${place(p)}, wanted a ring within it`,
		zh: (p) => `所画部分在 ${place(p)} 处超出图形，应全部位于图形之内`
	},
	'misses-border': {
		en: () => 'the line does not meet the border twice, wanted one that leaves it and comes back to it',
		zh: () => '所画的线未与边界相交两次，应从边界出发并回到边界'
	},
	'unlike-kinds': {
		en: (p) => `saw ${p.seen}, wanted things of one kind, and areas of one level`,
		zh: (p) => `此处是 ${p.seen}，应为同一类型，辖区还应为同一级别`
	},
	'nothing-left': {
		en: (p) =>
			`nothing of it would be left${p.seen === undefined ? '' : `: ${p.seen} holds all of its ground`}`,
		zh: (p) => `将不剩任何范围${p.seen === undefined ? '' : `：全部已属于 ${p.seen}`}`
	},
	'nothing-split': {
		en: () => 'no line runs all the way through it, so there is nothing to split',
		zh: () => '没有线完全穿过，无法分割'
	},
	'nothing-merged': {
		en: (p) => `saw ${p.seen}, wanted two or more shapes to merge`,
		zh: (p) => `此处是 ${p.seen} 个，合并至少需要两个图形`
	},
	'nothing-cut': {
		en: () => 'none of it lies there, so there is nothing to cut off',
		zh: () => '没有相交的部分，无可裁切'
	},
	'nothing-filled': {
		en: () => 'there is no free ground there that could be filled',
		zh: () => '该处没有可填补的空隙'
	},
	'not-beside': {
		en: () => 'it does not border on that gap, so it cannot be given to it',
		zh: () => '它与该空隙不相邻，不能划归给它'
	},
	'nothing-simplified': {
		en: () => 'no corner can be left out at this tolerance',
		zh: () => '在此容差下没有可省去的拐点'
	},
	'nothing-to-repair': {
		en: () => 'the shape is valid, so there is nothing to repair',
		zh: () => '图形有效，无需修复'
	},
	'edges-restless': {
		en: () => 'too many borders meet in too little space here; draw it a little farther off',
		zh: () => '此处边界过于密集，无法计算；请稍微偏移后再画'
	}
};

/**
 * One line that says what is wrong and where in the file: the feature's id or place, or the line of
 * the text, then what was seen and what was wanted. The file's name is the caller's to add.
 */
export function problemText(problem: Problem, language: Language): string {
	const where = whereText(problem, language);
	const sentence = TEXTS[problem.code][language](problem);
	return where === '' ? sentence : `${where}${language === 'zh' ? '：' : ': '}${sentence}`;
}

function whereText(p: Problem, language: Language): string {
	const parts: string[] = [];
	if (p.line !== undefined) {
		parts.push(language === 'zh' ? `第 ${p.line} 行第 ${p.column} 列` : `line ${p.line}, column ${p.column}`);
	}
	if (p.featureIndex !== undefined) {
		const id = p.featureId === undefined ? '' : ` "${p.featureId}"`;
		parts.push(`features[${p.featureIndex}]${id}`);
	} else if (p.featureId !== undefined) {
		parts.push(`"${p.featureId}"`);
	}
	return parts.join(', ');
}

function wantedText({ wanted }: Problem, language: Language): string {
	if (!wanted) return '';
	return WANTED[language](wanted);
}

const WANTED: Record<Language, (wanted: Wanted) => string> = {
	en: (wanted) => {
		switch (wanted.what) {
			case 'number':
				return `a ${wanted.whole ? 'whole ' : ''}number${rangeEn(wanted)}`;
			case 'one-of':
				return `one of ${wanted.values.join(', ')}`;
			case 'json':
				return wanted.token;
			case 'text':
				return 'a text';
			case 'yes-no':
				return 'true or false';
			case 'geometry':
				return `a ${wanted.types.join(' or ')}`;
			case 'heads':
				return 'a list of heads like [{ "azimuthDeg": 90, "hfovDeg": 60, "rangeM": 80 }]';
			case 'controls':
				return 'a list like [{ "way": 123, "at": [lng, lat] }]';
			case 'needs':
				return 'numbers like { "cameras": 2, "responseMin": 3 }';
			case 'resolution':
				return 'a width in whole pixels like 1920, or [1920, 1080]';
		}
	},
	zh: (wanted) => {
		switch (wanted.what) {
			case 'number':
				return `${rangeZh(wanted)}${wanted.whole ? '整数' : '数字'}`;
			case 'one-of':
				return ` ${wanted.values.join('、')} 之一`;
			case 'json':
				return ` ${JSON_WORDS_ZH[wanted.token] ?? wanted.token}`;
			case 'text':
				return '文本';
			case 'yes-no':
				return ' true 或 false';
			case 'geometry':
				return ` ${wanted.types.join(' 或 ')}`;
			case 'heads':
				return '镜头列表，如 [{ "azimuthDeg": 90, "hfovDeg": 60, "rangeM": 80 }]';
			case 'controls':
				return '列表，如 [{ "way": 123, "at": [lng, lat] }]';
			case 'needs':
				return '数字，如 { "cameras": 2, "responseMin": 3 }';
			case 'resolution':
				return '整数像素宽度，如 1920，或 [1920, 1080]';
		}
	}
};

/** What the reader of JSON says it saw or wanted. */
const JSON_WORDS_ZH: Readonly<Record<string, string>> = {
	'the end of the file': '文件结尾',
	'a name in double quotes': '双引号括起的名称',
	'"," or "}"': '"," 或 "}"',
	'"," or "]"': '"," 或 "]"',
	'a text that ends in a double quote on the same line': '在同一行以双引号结束的文本',
	'a text with the escapes that JSON knows': '只含 JSON 转义的文本',
	'at most 500 levels of nesting': '至多 500 层嵌套',
	'a value': '一个值',
	'a number': '一个数字'
};

function rangeEn(wanted: Extract<Wanted, { what: 'number' }>): string {
	const low = wanted.above !== undefined ? ` above ${wanted.above}` : '';
	if (wanted.from !== undefined && wanted.to !== undefined) return ` from ${wanted.from} to ${wanted.to}`;
	if (wanted.from !== undefined) return ` of at least ${wanted.from}`;
	return wanted.to === undefined ? low : `${low}${low ? ' and' : ''} at most ${wanted.to}`;
}

function rangeZh(wanted: Extract<Wanted, { what: 'number' }>): string {
	if (wanted.from !== undefined && wanted.to !== undefined) return ` ${wanted.from} 至 ${wanted.to} 的`;
	if (wanted.from !== undefined) return `不小于 ${wanted.from} 的`;
	const low = wanted.above === undefined ? '' : `大于 ${wanted.above}`;
	const high = wanted.to === undefined ? '' : `不大于 ${wanted.to}`;
	return low || high ? `${[low, high].filter(Boolean).join(' 且')} 的` : '';
}

function bare(p: Problem): string {
	return (p.seen ?? 'NAME').replaceAll('"', '');
}

/** Where in the file it is, in brackets; nothing for what is drawn on screen. */
function inPath({ path }: Problem, open: string, close: string): string {
	return path === undefined ? '' : open + path + close;
}

function place(p: Problem): string {
	return p.at ? `[${p.at[0]}, ${p.at[1]}]` : '?';
}

/** Rings lie deeper in the coordinates than lines. */
function isRing(p: Problem): boolean {
	return /coordinates\[/.test(p.path ?? '');
}
