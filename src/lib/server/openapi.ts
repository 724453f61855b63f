import { PACK_FILES } from '../domain/region.ts';
import { DEMO_PLAN_FILE } from './region-packs.ts';

const NAME = {
	name: 'name',
	in: 'path',
	required: true,
	description: 'Name of a region pack',
	schema: { type: 'string' }
};
const ERROR = {
	description: 'Refused',
	content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
};
const file = (summary: string, type: string) => ({
	get: {
		summary,
		parameters: [NAME, { name: 'Range', in: 'header', schema: { type: 'string' } }],
		responses: {
			200: { description: 'The whole file', content: { [type]: {} } },
			206: { description: 'The range asked for', content: { [type]: {} } },
			304: { description: 'Unchanged' },
			404: ERROR,
			416: { description: 'Beyond the end of the file' }
		}
	}
});

/** The description of the HTTP interface, OpenAPI 3.1. */
export const OPENAPI = {
	openapi: '3.1.0',
	info: {
		title: 'Cordon',
		version: '1',
		description: 'Region packs and their demo plans. Errors are { code, message }.',
		license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
	},
	paths: {
		'/api/v1/openapi.json': {
			get: { summary: 'This description', responses: { 200: { description: 'OpenAPI 3.1' } } }
		},
		'/api/v1/regions': {
			get: {
				summary: 'Manifests of the region packs that are built',
				responses: {
					200: {
						description: 'By name',
						content: {
							'application/json': {
								schema: { type: 'array', items: { $ref: '#/components/schemas/RegionManifest' } }
							}
						}
					}
				}
			}
		},
		[`/regions/{name}/${PACK_FILES.manifest}`]: file('Manifest of a pack', 'application/json'),
		[`/regions/{name}/${PACK_FILES.basemap}`]: file('Vector tiles of a pack', 'application/vnd.pmtiles'),
		[`/regions/{name}/${PACK_FILES.roads}`]: file('Road graph of a pack', 'application/octet-stream'),
		[`/regions/{name}/${PACK_FILES.buildings}`]: file('Buildings of a pack', 'application/octet-stream'),
		[`/regions/{name}/${PACK_FILES.borders}`]: file(
			'Railways, rivers and water of a pack',
			'application/octet-stream'
		),
		[`/regions/{name}/${PACK_FILES.names}`]: file(
			'Names of places and roads of a pack',
			'application/octet-stream'
		),
		[`/regions/{name}/${DEMO_PLAN_FILE}`]: file('A made-up plan over the pack', 'application/geo+json')
	},
	components: {
		schemas: {
			Error: {
				type: 'object',
				required: ['code', 'message'],
				properties: { code: { type: 'string' }, message: { type: 'string' } }
			},
			RegionManifest: {
				type: 'object',
				required: ['format', 'name', 'bbox', 'source', 'licence', 'attribution', 'counts'],
				properties: {
					format: { const: 1 },
					name: { type: 'string' },
					title: { type: 'object', additionalProperties: { type: 'string' } },
					bbox: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
					source: { type: 'string' },
					licence: { type: 'string' },
					attribution: { type: 'string' },
					built: { type: 'string' },
					counts: { type: 'object', additionalProperties: { type: 'integer' } }
				}
			}
		}
	}
};
