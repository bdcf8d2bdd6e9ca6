/** What a template of an organisation's own may hold. Without a schema, so that pages can say it before they send. */

/** Longest name of a template, and longest heading of a section, in UTF-16 units. */
export const TEMPLATE_NAME_MAX = 120
/** Longest purpose or step, in UTF-16 units. */
export const TEMPLATE_TEXT_MAX = 400
export const TEMPLATE_STEPS_MAX = 20
/** Longest title of a step, in UTF-16 units, and longest step, in minutes: a day. */
export const STEP_TITLE_MAX = 80
export const STEP_MINUTES_MAX = 1440
/** The longest that a template takes: three days. */
export const TEMPLATE_MINUTES_MAX = 4320
export const TEMPLATE_PEOPLE_MAX = 500
/** Sections of a template whose names are told. */
export const TEMPLATE_SECTIONS_MAX = 200
/** Records of a template: more than any board that is still a form to be filled in. */
export const TEMPLATE_RECORDS_MAX = 5_000
/** Size of a template's content as JSON, and of a file that can be imported, in bytes. */
export const TEMPLATE_BYTES_MAX = 6 * 1024 * 1024
/** Size of a request that says what a template is for, in bytes. */
export const TEMPLATE_ABOUT_BYTES_MAX = 256 * 1024
/** What the file of a template says that it is. */
export const TEMPLATE_FORMAT = 'samtavle-template'
