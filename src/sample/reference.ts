import type { Campaign } from './campaigns.ts';
import { allProducts, pipelines, products } from './catalogue.ts';
import { hiredAt, leftAt } from './people.ts';
import { story } from './story.ts';
import { cents, type World } from './world.ts';

/** Users, products, stages: what everything else points to. */
export function putReference(world: World): void {
  const { calendar, ids, people, sink } = world;
  const start = calendar.iso(calendar.start);
  for (const person of people.all) {
    const left = leftAt(calendar, person);
    const hired = calendar.iso(person.hired === 0 ? calendar.start : hiredAt(calendar, person));
    sink.put('user', {
      id: person.id,
      created_at: hired,
      updated_at: calendar.seen(left) ?? hired,
      name: person.name,
      email: person.email,
      role: person.role,
      team: person.team,
      office: person.office,
      department: person.department,
      manager_id: person.managerId,
      hired_at: hired,
      left_at: calendar.seen(left),
      is_active: left === null,
      is_licensed: left === null,
      hourly_cost: person.hourlyCost,
      currency: 'EUR',
      skills: person.skills,
    });
  }
  for (const product of allProducts) {
    const isGone = product === products.stove;
    sink.put('product', {
      id: product.id,
      created_at: start,
      name: product.name,
      category: product.category,
      price: product.price,
      cost: product.cost,
      currency: 'EUR',
      is_active: !isGone,
      discontinued_at: isGone ? calendar.iso(calendar.storyStart(story.discontinued.month)) : null,
      complements: product.complements.join(', '),
    });
  }
  for (const [pipeline, stages] of Object.entries(pipelines)) {
    stages.forEach((stage, i) => {
      const { name, probability, category, forecast } = stage;
      const id = ids.next('stage');
      sink.put('stage', { id, pipeline, name, position: i + 1, probability, category, forecast_category: forecast, is_active: true });
    });
  }
}

/** The campaigns, once it is known how many leads each brought: budgets were near what they cost. */
export function putCampaigns(world: World): void {
  const { calendar, sink } = world;
  const random = world.random.planning;
  const [owner] = world.people.byTeam('Marketing');
  world.campaigns.all.forEach((campaign, i) => {
    random.at(1000 + i);
    const starts = calendar.time(campaign.from, 32_400);
    const created = Math.min(calendar.end, Math.max(calendar.start, starts - (20 + random.below(20)) * 86_400));
    const isStarted = starts <= calendar.end;
    const isSent = isStarted && (campaign.channel === 'email' || campaign.channel === 'sms');
    sink.put('campaign', {
      id: campaign.id,
      created_at: calendar.iso(created),
      name: campaign.name,
      channel: campaign.channel,
      type: campaign.type,
      status: !isStarted ? 'planned' : campaign.to < calendar.days ? 'completed' : 'active',
      starts_at: calendar.iso(starts),
      ends_at: calendar.iso(calendar.time(campaign.to, 64_800)),
      first_sent_at: isSent ? calendar.iso(starts + 3600) : null,
      budget: Math.max(300, Math.round((spendOf(world, campaign) * random.between(0.9, 1.2)) / 100) * 100),
      currency: 'EUR',
      owner_id: owner?.id ?? null,
      goal: campaign.goal,
      audience_size: Math.round(random.logNormal(2500, 0.4) * world.scale),
    });
  });
}

/** What a campaign cost, EUR: so much a lead. */
export function spendOf(world: World, campaign: Campaign): number {
  return cents((world.tally.leadsByCampaign.get(campaign.id) ?? 0) * campaign.costPerLead);
}
