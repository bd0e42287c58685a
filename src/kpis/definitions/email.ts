import { all, any, compare, field, is, isKnown, isNot, isNull } from '../../metrics/expression.ts';

/** One row of `campaign_message` is one message to one person: unique recipients are rows. */

export const isEmail = any(is('channel', 'email'), all(isNull('channel'), is('campaign.channel', 'email')));
export const isSms = any(is('channel', 'sms'), all(isNull('channel'), is('campaign.channel', 'sms')));

/** A click by a person; security scanners that follow every link are out. */
export const clicked = all(any(isKnown('clicked_at'), compare(field('click_count'), '>', 0)), isNot('is_machine_click', true));
/** An open by a person, as far as the source can tell; images loaded by the mail program itself are out. */
export const opened = all(isKnown('opened_at'), isNot('is_machine_open', true));
