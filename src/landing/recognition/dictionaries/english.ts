import type { Dictionary } from './dictionary.ts';

/** What every table has, and tables that are no entity. */
export const english: Dictionary = {
  name: 'english',
  entities: {
    '*': {
      columns: {
        id: 'id, key, guid, uid, uuid, record id, object id, external id, code',
        created_at:
          'created at, created time, created date, create date, createdate, created, created on, creation date, date created, creation time, entry date',
        updated_at:
          'updated at, modified time, last modified date, last modified time, updated, modified, modified at, modified date, last modified, update time, last updated, lastmodifieddate, changed at, modified on',
        deleted_at: 'deleted at, deleted on, deletion date, delete time, deleted time, archived at',
        merged_into_id: 'merged into id, merged into, master record id',
        is_test: 'is test, test record',
        owner_id:
          'owner id, ownerid, owner user id, assigned to id, assignee id, sales rep id, salesperson id, agent id, owner, assigned to, assignee, sales rep, sales agent, salesperson, account executive, rep, responsible, record owner, owner name, owner email',
        currency: 'currency, currency code, currency iso code, deal currency code, iso currency',
        country: 'country, country code, billing country, mailing country, country region, address country, country name',
        city: 'city, billing city, mailing city, town, address city',
        region: 'region, state, province, state region, billing state, mailing state, county, regional office, address state',
      },
    },
  },
  ignored:
    'data dictionary, readme, invoice line, invoice line item, invoice item, quote line, quote line item, quote item, tag, tags, attachment, currency, country, time zone, form, property, property option, contact list, list member',
};
