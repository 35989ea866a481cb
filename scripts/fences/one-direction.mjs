import base from '../../.dependency-cruiser.cjs'

/** The folders of the parted rooms import each other in one direction, over any number of steps. Tests and what serves them may look anywhere. */
export default {
  forbidden: [{
    name: 'one-direction',
    comment: 'Two folders that import each other are one folder. Move what both need to a third, or to the one below.',
    severity: 'error',
    scope: 'folder',
    from: {
      path:
        '^(main/services|main/domain|main/domain/parse|main/domain/detect|renderer|renderer/inspector|renderer/state|renderer/reader)/[^/]+$'
    },
    to: { circular: true }
  }],
  options: { ...base.options, exclude: { path: '\\.test\\.tsx?$|/testing/' } }
}
