import { describe, expect, test } from 'vitest';
import { problemText } from '../../src/lib/domain/problem-texts.ts';
import type { Problem } from '../../src/lib/domain/problem.ts';
import { isUnreadable, parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';

type Members = Record<string, unknown>;
const newId = (kind: string, index: number) => `${kind}-${index}`;
const feature = (id: unknown, properties: Members, geometry: unknown = point(71.4, 51.1)): Members => ({
	type: 'Feature',
	...(id !== undefined && { id }),
	geometry,
	properties
});
const file = (...features: unknown[]) =>
	JSON.stringify({ type: 'FeatureCollection', cordon: { format: 1, name: 'P' }, features });
const point = (lng: unknown, lat: unknown) => ({ type: 'Point', coordinates: [lng, lat] });
const ring = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates: [coordinates] });
const camera = feature('good', { kind: 'camera', rangeM: 50 });

describe('a file that is no plan', () => {
	test.each([
		['nothing at all', '', 'line 1, column 1: not JSON: saw the end of the file, wanted a value'],
		[
			'a comma too many',
			'{\n  "a": 1,\n}',
			'line 3, column 1: not JSON: saw "}", wanted a name in double quotes'
		],
		['a comma too few', '[1\n 2]', 'line 2, column 2: not JSON: saw "2]", wanted "," or "]"'],
		[
			'cut off',
			'{"type": "FeatureColl',
			'line 1, column 10: not JSON: saw "\\"FeatureColl", wanted a text that'
		],
		['a web page', '<!doctype html>', 'line 1, column 1: not JSON: saw "<!doctype html>", wanted a value'],
		['a single quote', "{'a': 1}", 'line 1, column 2: not JSON: saw "\'a\': 1}", wanted a name in double'],
		['two documents', '{} {}', 'line 1, column 4: not JSON: saw "{}", wanted the end of the file'],
		['a list', '[]', 'saw a list, wanted a GeoJSON FeatureCollection'],
		['a lone feature', JSON.stringify(camera), 'saw type "Feature", wanted a GeoJSON FeatureCollection'],
		[
			'no features',
			'{"type":"FeatureCollection"}',
			'saw features nothing, wanted a GeoJSON FeatureCollection'
		],
		['null', 'null', 'saw null, wanted'],
		[
			'of the future',
			'{"type":"FeatureCollection","cordon":{"format":2},"features":[]}',
			'cordon.format is 2, wanted 1'
		]
	])('%s', (_, text, message) => {
		const { problems, plan } = parsePlan(text, { newId });
		expect(isUnreadable(problems)).toBe(true);
		expect(plan.items.size).toBe(0);
		expect(problemText(problems[0] as Problem, 'en')).toContain(message);
		expect(problemText(problems[0] as Problem, 'zh')).toMatch(/应为/);
	});
	test('deep nesting is refused, not run into', () => {
		const { problems } = parsePlan('['.repeat(100_000), { newId });
		expect(problems[0]?.code).toBe('not-json');
	});
});

describe('a feature that cannot be used is named, kept, and does not spoil the rest', () => {
	test.each<[string, unknown, Problem['code'], string]>([
		['no feature', 7, 'not-a-feature', 'features[1]: saw 7, wanted a GeoJSON Feature'],
		['null', null, 'not-a-feature', 'features[1]: saw null'],
		[
			'an unknown kind',
			feature('x', { kind: 'drone' }),
			'unknown-kind',
			'features[1] "x": kind is "drone", wanted one of area, control-ring'
		],
		['no kind', feature('x', {}), 'unknown-kind', 'kind is nothing'],
		[
			'no properties',
			{ type: 'Feature', id: 'x', geometry: null, properties: null },
			'unknown-kind',
			'kind is nothing'
		],
		[
			'no geometry',
			feature('x', { kind: 'camera' }, null),
			'no-geometry',
			'geometry is null, wanted a Point'
		],
		[
			'a camera that is a line',
			feature(
				'x',
				{ kind: 'camera' },
				{
					type: 'LineString',
					coordinates: [
						[0, 0],
						[1, 1]
					]
				}
			),
			'wrong-geometry',
			'geometry is "LineString", wanted a Point'
		],
		[
			'a ring that crosses itself',
			feature(
				'x',
				{ kind: 'control-ring', level: 1 },
				ring([71, 51], [71.2, 51.2], [71.2, 51], [71, 51.2], [71, 51])
			),
			'self-crossing',
			'the line crosses itself at [71.1, 51.1]'
		],
		[
			'a polygon of two points',
			feature('x', { kind: 'patrol-zone' }, ring([71, 51], [71.2, 51.2], [71, 51])),
			'too-few-points',
			'geometry.coordinates[0] has 2 distinct points, wanted at least 3'
		],
		[
			'a polygon of nothing',
			feature('x', { kind: 'patrol-zone' }, { type: 'Polygon', coordinates: [] }),
			'too-few-points',
			'has 0 distinct points'
		],
		[
			'a line of one point',
			feature(
				'x',
				{ kind: 'patrol-route' },
				{
					type: 'LineString',
					coordinates: [
						[71, 51],
						[71, 51]
					]
				}
			),
			'too-few-points',
			'has 1 distinct point, wanted at least 2'
		],
		[
			'outside the world',
			feature('x', { kind: 'camera' }, point(200, 51)),
			'outside-the-world',
			'geometry.coordinates is [200,51], wanted longitude -180 to 180 and latitude -90 to 90'
		],
		[
			'Beijing swapped',
			feature('x', { kind: 'camera' }, point(39.9, 116.4)),
			'swapped',
			'is [39.9,116.4]: latitude and longitude look swapped'
		],
		[
			'text for numbers',
			feature('x', { kind: 'camera' }, point('71.4', 51)),
			'bad-position',
			'geometry.coordinates is ["71.4",51], wanted positions'
		],
		[
			'a ring without level',
			feature('x', { kind: 'control-ring' }, ring([71, 51], [71.1, 51], [71, 51.1], [71, 51])),
			'missing-property',
			'properties.level is missing, wanted one of 1, 2, 3'
		],
		[
			'a ring of level 4',
			feature('x', { kind: 'control-ring', level: 4 }, ring([71, 51], [71.1, 51], [71, 51.1], [71, 51])),
			'bad-value',
			'properties.level is 4, wanted one of 1, 2, 3'
		],
		[
			'a key site of no category',
			feature('x', { kind: 'key-site', category: 'zoo' }),
			'bad-value',
			'properties.category is "zoo", wanted one of bus, rail'
		]
	])('%s', (_, bad, code, message) => {
		const { plan, problems } = parsePlan(file(camera, bad, feature('last', { kind: 'station' })), { newId });
		const errors = problems.filter((problem) => problem.severity === 'error');
		expect(errors.map((problem) => problem.code)).toEqual([code]);
		expect(errors[0]?.featureIndex).toBe(1);
		expect(problemText(errors[0] as Problem, 'en')).toContain(message);
		expect(problemText(errors[0] as Problem, 'zh')).toContain('features[1]');
		expect([...plan.items.keys()]).toEqual(['good', 'last']);
		expect((JSON.parse(printPlan(plan)) as { features: unknown[] }).features[1]).toEqual(bad);
	});
});

describe('a value that cannot be used is named and kept, and the feature stays', () => {
	test.each<[string, Members, string]>([
		[
			'an azimuth in words',
			{ kind: 'camera', azimuthDeg: 'north' },
			'properties.azimuthDeg is "north", wanted a number from -360 to 360'
		],
		['an azimuth of text', { kind: 'camera', azimuthDeg: 'NaN' }, 'properties.azimuthDeg is "NaN"'],
		[
			'a sensor in micrometres',
			{ kind: 'camera', sensorWidthMm: 5600 },
			'properties.sensorWidthMm is 5600, wanted a number above 0 and at most 100'
		],
		['a lens of nothing', { kind: 'camera', focalLengthMm: 0 }, 'properties.focalLengthMm is 0'],
		[
			'a resolution in words',
			{ kind: 'camera', resolutionPx: '1080p' },
			'properties.resolutionPx is "1080p", wanted a width in whole pixels like 1920, or [1920, 1080]'
		],
		['a resolution in megapixels', { kind: 'camera', resolutionPx: 4 }, 'properties.resolutionPx is 4'],
		['a mast in centimetres', { kind: 'camera', heightM: 6000 }, 'properties.heightM is 6000'],
		['a tilt past straight down', { kind: 'camera', tiltDeg: 100 }, 'properties.tiltDeg is 100'],
		[
			'a direction off by more than half a turn',
			{ kind: 'camera', heads: [{ azimuthToleranceDeg: 200 }] },
			'properties.heads[0].azimuthToleranceDeg is 200'
		],
		['an opening angle of nothing', { kind: 'camera', hfovDeg: 0 }, 'properties.hfovDeg is 0'],
		[
			'a range that is none',
			{ kind: 'camera', rangeM: -5 },
			'properties.rangeM is -5, wanted a number above 0'
		],
		[
			'a head that looks nowhere',
			{ kind: 'camera', heads: [{ azimuthDeg: 'up' }] },
			'properties.heads[0].azimuthDeg is "up"'
		],
		['heads that are no list', { kind: 'camera', heads: 3 }, 'properties.heads is 3, wanted a list of heads'],
		[
			'a blind zone beyond the range',
			{ kind: 'camera', nearM: 60, rangeM: 50 },
			'properties.nearM is not below rangeM: 60 ≥ 50'
		],
		[
			'hours that do not parse',
			{ kind: 'checkpoint', hours: 'whenever' },
			'properties.hours is "whenever", wanted opening_hours'
		],
		[
			'a status that is none',
			{ kind: 'checkpoint', status: 'asleep' },
			'wanted one of planned, built, staffed, broken'
		],
		[
			'controls that are no list',
			{ kind: 'checkpoint', controls: { way: 1 } },
			'wanted a list like [{ "way": 123'
		],
		[
			'half a team',
			{ kind: 'station', teams: 0.5 },
			'properties.teams is 0.5, wanted a whole number of at least 0'
		],
		[
			'integrated or not',
			{ kind: 'camera', integrated: 'yes' },
			'properties.integrated is "yes", wanted true or false'
		]
	])('%s', (_, properties, message) => {
		const { plan, problems } = parsePlan(file(feature('x', { ...properties, name: 'N' })), { newId });
		expect(problems.map((problem) => problem.severity)).toEqual(['error']);
		expect(problemText(problems[0] as Problem, 'en')).toContain(message);
		expect([...plan.items.values()][0]?.properties.name).toBe('N');
		const printed = JSON.parse(printPlan(plan)) as { features: { properties: unknown }[] };
		expect(printed.features[0]?.properties).toEqual({ ...properties, name: 'N' });
	});

	test('NaN, which JSON does not know, is named with its line and the feature stays', () => {
		const text = file(camera, feature('x', { kind: 'camera', azimuthDeg: 0.5 })).replace('0.5', '\nNaN');
		const { plan, problems } = parsePlan(text, { newId });
		expect(problemText(problems[0] as Problem, 'en')).toBe(
			'line 2, column 1, features[1] "x": properties.azimuthDeg is NaN, wanted a number from -360 to 360'
		);
		expect(plan.items.size).toBe(2);
	});
	test.each([
		['in a position', { kind: 'camera' }, point(0.5, 51)],
		['in an unknown property', { kind: 'camera', extra: 0.5 }, point(71, 51)]
	])('NaN %s is an error too', (_, properties, geometry) => {
		const text = file(feature('x', properties, geometry)).replace('0.5', 'NaN');
		const { problems } = parsePlan(text, { newId });
		expect(problems).toMatchObject([{ severity: 'error', featureIndex: 0, line: 1 }]);
	});
	test('null says as much as nothing', () => {
		const properties = { kind: 'camera', azimuthDeg: null, owner: null, extra: null };
		const { plan, problems } = parsePlan(file(feature('x', properties)), { newId });
		expect(problems).toEqual([]);
		expect([...plan.items.values()][0]?.properties).toEqual({ extra: null });
		expect((JSON.parse(printPlan(plan)) as { features: Members[] }).features[0]?.properties).toEqual(
			properties
		);
	});
});

describe('what can be mended is mended and reported', () => {
	const codes = (text: string) =>
		parsePlan(text, { newId }).problems.map((problem) => [problem.code, problem.severity]);
	const ids = (text: string) => [...parsePlan(text, { newId }).plan.items.keys()];

	test('a missing id is made up, never one that the file uses', () => {
		const text = file(feature(undefined, { kind: 'station' }), feature('station-0', { kind: 'station' }));
		expect(codes(text)).toEqual([['missing-id', 'warning']]);
		expect(ids(text)).toEqual(['station-0-2', 'station-0']);
	});
	test('a number as id becomes text', () => {
		const text = file(feature(5, { kind: 'station' }));
		expect(codes(text)).toEqual([['id-not-text', 'warning']]);
		expect(ids(text)).toEqual(['5']);
	});
	test('the second of two equal ids gets another one, and it is an error', () => {
		const text = file(camera, feature('good', { kind: 'station' }));
		expect(codes(text)).toEqual([['duplicate-id', 'error']]);
		expect(ids(text)).toEqual(['good', 'station-1']);
	});
	test('a ring that is not closed is closed', () => {
		const text = file(feature('x', { kind: 'patrol-zone' }, ring([71, 51], [71.1, 51], [71, 51.1])));
		expect(codes(text)).toEqual([['not-closed', 'warning']]);
		expect(parsePlan(text, { newId }).plan.items.values().next().value?.geometry.coordinates).toEqual([
			[
				[71, 51],
				[71.1, 51],
				[71, 51.1],
				[71, 51]
			]
		]);
	});
	test('a bare FeatureCollection is a plan without a name', () => {
		expect(codes('{"type":"FeatureCollection","features":[]}')).toEqual([['no-header', 'warning']]);
	});
	test('a ring that a checkpoint names and the plan does not have', () => {
		expect(codes(file(feature('x', { kind: 'checkpoint', ring: 'gone' })))).toEqual([
			['dangling-ring', 'warning']
		]);
	});
	test('a byte order mark is passed over', () => {
		expect(codes(`\uFEFF${file(camera)}`)).toEqual([]);
	});
});

describe('places and resources only', () => {
	test.each([
		'phone',
		'contactPhone',
		'contact:phone',
		'mobile',
		'licencePlate',
		'number_plate',
		'idCardNo',
		'firstName',
		'person',
		'officer_name',
		'联系电话',
		'姓名',
		'身份证号',
		'车牌号',
		'责任人'
	])('%s is dropped and reported', (key) => {
		const { plan, problems } = parsePlan(file(feature('x', { kind: 'camera', [key]: '1', owner: 'City' })), {
			newId
		});
		expect(problems.map(({ code, path }) => [code, path])).toEqual([
			['personal-property', `properties.${key}`]
		]);
		expect(printPlan(plan)).not.toContain(key);
		expect(printPlan(plan)).toContain('City');
	});
	test.each([
		'name',
		'nameZh',
		'名称',
		'owner',
		'deviceCode',
		'plateau',
		'template',
		'personnel',
		'identity',
		'hotel',
		'建设单位',
		'地址',
		'width',
		'idle'
	])('%s stays', (key) => {
		const { problems } = parsePlan(file(feature('x', { kind: 'camera', [key]: '1' })), { newId });
		expect(problems).toEqual([]);
	});
	test('a switch of the same name stays', () => {
		expect(parsePlan(file(feature('x', { kind: 'camera', mobile: true })), { newId }).problems).toEqual([]);
	});
	test('also deep inside, in members of the file, and in features that cannot be used', () => {
		const text = JSON.stringify({
			type: 'FeatureCollection',
			cordon: { format: 1, name: 'P', author: { email: 'a@b' } },
			survey: { contact: 'x' },
			features: [feature('x', { kind: 'drone', pilot: { phone: '1' } })]
		});
		const { plan, problems } = parsePlan(text, { newId });
		expect(problems.filter((p) => p.code === 'personal-property').map((p) => p.path)).toEqual([
			'cordon.author.email',
			'survey.contact',
			'properties.pilot.phone'
		]);
		expect(printPlan(plan)).not.toMatch(/email|contact|phone/);
	});
});

describe('coordinates that are swapped but still of this world', () => {
	const at = (id: string, lng: number, lat: number) => feature(id, { kind: 'camera' }, point(lng, lat));
	test('are told by the region', () => {
		const text = file(at('a', 51.1, 71.4), at('b', 71.4, 51.1), at('c', 10, 10));
		const { plan, problems } = parsePlan(text, { newId, regionBbox: [71, 51, 72, 52] });
		expect(problems.map(({ code, featureId }) => [code, featureId])).toEqual([
			['swapped', 'a'],
			['outside-the-region', 'c']
		]);
		expect([...plan.items.keys()]).toEqual(['b', 'c']);
		expect(printPlan(plan)).toContain('[51.1,71.4]');
	});
	test('are told by the bulk of the plan', () => {
		const many = Array.from({ length: 5 }, (_, i) => at(`n${i}`, 71.4, 51.1 + i / 100));
		expect(parsePlan(file(...many, at('a', 51.1, 71.4)), { newId }).problems).toMatchObject([
			{ code: 'swapped', featureId: 'a' }
		]);
	});
	test('are not suspected where the plan is spread out', () => {
		expect(parsePlan(file(at('a', 51, 71), at('b', 71, 51)), { newId }).problems).toEqual([]);
	});
});
