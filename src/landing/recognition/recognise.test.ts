import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entities } from '../../model/registry.ts';
import { mappingOf, parseMapping } from '../mapping/parse.ts';
import { recognise, type SuggestedFile, type Suggestion, toMapping } from './recognise.ts';
import { columnOf, tableOf, tableOfCsv } from './testing/table.ts';
import { toYaml } from './yaml.ts';

const data = join(import.meta.dirname, '../../../../shared/data');

/** Places in the text differ between a mapping read and a mapping made. */
const withoutPlaces = ({ entries, ...rest }: ReturnType<typeof mappingOf>) => ({
  ...rest,
  entries: entries.map((entry) => ({ ...entry, where: '' })),
});

const folder = (name: string): Suggestion => {
  const path = join(data, name);
  return recognise(
    readdirSync(path)
      .filter((file) => file.endsWith('.csv'))
      .map((file) => tableOfCsv(join(path, file))),
  );
};
const entitiesOf = (suggestion: Suggestion): Record<string, string> =>
  Object.fromEntries(suggestion.files.map(({ file, entity }) => [file, entity]));
const fileOf = (suggestion: Suggestion, name: string): SuggestedFile => {
  const file = suggestion.files.find((one) => one.file === name);
  if (!file) throw new Error(`${name} was not recognised`);
  return file;
};
/** field → source column, for rules that take one column as it is */
const plain = (file: SuggestedFile): Record<string, unknown> =>
  Object.fromEntries(
    file.columns.map(({ field, rule }) => [field, typeof rule === 'string' ? rule : (rule.from ?? rule.value ?? rule.sql ?? rule)]),
  );

describe.skipIf(!existsSync(data))('real exports', () => {
  it('knows the tables of Zoho CRM', () => {
    const zoho = folder('zoho-crm');
    expect(entitiesOf(zoho)).toEqual({
      'Accounts.csv': 'account',
      'Calls.csv': 'activity',
      'Campaigns.csv': 'campaign',
      'Cases.csv': 'ticket',
      'Contacts.csv': 'contact',
      'Events.csv': 'activity',
      'Invoices.csv': 'invoice',
      'Leads.csv': 'lead',
      'Potentials.csv': 'opportunity',
      'Products.csv': 'product',
      'Quotes.csv': 'quote',
      'Sales_Order_Line_Items.csv': 'order_line',
      'Sales_Orders.csv': 'order',
      'Tasks.csv': 'activity',
      'Users.csv': 'user',
    });
    expect(zoho.ignored).toEqual(['Campaign_Lead_Status.csv', 'Invoice_Line_Items.csv']);
    expect(plain(fileOf(zoho, 'Leads.csv'))).toMatchObject({
      id: 'LEADID',
      source: 'Lead Source',
      owner_id: 'Lead Owner',
      created_at: 'Created Time',
    });
    expect(plain(fileOf(zoho, 'Products.csv'))).toMatchObject({
      id: 'PRODUCTID',
      name: 'Product Name',
      cost: 'Cost',
      is_active: 'Product Active',
    });
    expect(plain(fileOf(zoho, 'Sales_Orders.csv'))).toMatchObject({
      id: 'SALESORDERID',
      amount: 'Grand Total',
      ordered_at: 'Created Time',
    });
    expect(plain(fileOf(zoho, 'Potentials.csv'))).toMatchObject({
      status: 'Forecast Type',
      expected_close_on: 'Closing Date',
      campaign_id: 'Campaign Id',
    });
    expect(plain(fileOf(zoho, 'Calls.csv'))).toMatchObject({
      type: 'call',
      direction: 'Call Type',
      duration_s: 'Call Duration (in seconds)',
    });
  });

  it('says that Zoho potentials and cases have no id, instead of making one up', () => {
    const doubts = folder('zoho-crm').doubts.map(({ code, file }) => `${file} ${code}`);
    expect(doubts).toEqual(['Cases.csv id_missing', 'Potentials.csv id_missing']);
  });

  it('knows the tables of HubSpot', () => {
    const hubspot = folder('fivetran-seeds/dbt_hubspot');
    expect(entitiesOf(hubspot)).toMatchObject({
      'company_data.csv': 'account',
      'contact_data.csv': 'contact',
      'deal_data.csv': 'opportunity',
      'deal_pipeline_stage_data.csv': 'stage',
      'deal_property_history_data.csv': 'field_change',
      'engagement_call_data.csv': 'activity',
      'engagement_meeting_data.csv': 'activity',
      'email_campaign_data.csv': 'campaign',
      'owner_data.csv': 'user',
      'ticket_data.csv': 'ticket',
    });
    expect(hubspot.ignored).toContain('contact_list_data.csv');
    expect(hubspot.ignored).toContain('email_event_open_data.csv');
    expect(plain(fileOf(hubspot, 'deal_data.csv'))).toMatchObject({ id: 'deal_id', name: 'property_dealname', amount: 'property_amount' });
    expect(plain(fileOf(hubspot, 'ticket_data.csv'))).toMatchObject({
      first_response_at: 'property_first_agent_reply_date',
      closed_at: 'property_closed_date',
    });
  });

  it('knows the tables of Salesforce, with the outcome from its own flags', () => {
    const salesforce = folder('fivetran-seeds/dbt_salesforce');
    expect(entitiesOf(salesforce)).toEqual({
      'sf_account_data.csv': 'account',
      'sf_contact_data.csv': 'contact',
      'sf_event_data.csv': 'activity',
      'sf_lead_data.csv': 'lead',
      'sf_opportunity_data.csv': 'opportunity',
      'sf_opportunity_line_item_data.csv': 'opportunity_line',
      'sf_order_data.csv': 'order',
      'sf_product_2_data.csv': 'product',
      'sf_task_data.csv': 'activity',
      'sf_user_data.csv': 'user',
    });
    const opportunity = plain(fileOf(salesforce, 'sf_opportunity_data.csv'));
    expect(opportunity.stage).toBe('stage_name');
    expect(opportunity.status).toMatch(/"is_won".*'won'.*"is_closed".*'lost' else 'open'/);
    expect(opportunity.closed_at).toMatch(/then "close_date" end$/);
    expect(salesforce.doubts).toEqual([]);
  });

  it('knows the tables of Zendesk', () => {
    const zendesk = folder('fivetran-seeds/dbt_zendesk');
    expect(entitiesOf(zendesk)).toEqual({
      'audit_log_data.csv': 'user_event',
      'organization_data.csv': 'account',
      'ticket_data.csv': 'ticket',
      'ticket_field_history_data.csv': 'field_change',
      'user_data.csv': 'user',
    });
    expect(plain(fileOf(zendesk, 'ticket_data.csv'))).toMatchObject({
      account_id: 'organization_id',
      contact_id: 'requester_id',
      owner_id: 'assignee_id',
      opened_at: 'created_at',
      channel: 'via_channel',
    });
  });

  it("knows Stripe's tables and that its API counts cents", () => {
    const stripe = folder('fivetran-seeds/dbt_stripe');
    expect(entitiesOf(stripe)).toMatchObject({
      'customer_data.csv': 'account',
      'subscription_data.csv': 'contract',
      'invoice_data.csv': 'invoice',
      'charge_data.csv': 'payment',
      'product_data.csv': 'product',
    });
    expect(plain(fileOf(stripe, 'charge_data.csv')).amount).toMatch(/\/ case when .* then 1 else 100 end$/);
  });

  it('knows tables that use names as keys', () => {
    const maven = folder('maven-crm');
    expect(entitiesOf(maven)).toEqual({
      'accounts.csv': 'account',
      'products.csv': 'product',
      'sales_pipeline.csv': 'opportunity',
      'sales_teams.csv': 'user',
    });
    expect(plain(fileOf(maven, 'accounts.csv')).id).toBe('account');
    expect(maven.doubts).toEqual([]);
  });

  it.each([
    'zoho-crm',
    'maven-crm',
    'fivetran-seeds/dbt_hubspot',
    'fivetran-seeds/dbt_salesforce',
    'fivetran-seeds/dbt_zendesk',
    'fivetran-seeds/dbt_stripe',
  ])('suggests for %s a mapping that reads as one', (name) => {
    const suggestion = folder(name);
    expect(mappingOf(toMapping(suggestion, 'x')).entries).toHaveLength(suggestion.files.length);
    for (const language of ['es', 'en'] as const) {
      const again = parseMapping(toYaml(suggestion, 'x', language), 'mapping.yaml');
      expect(withoutPlaces(again)).toEqual(withoutPlaces(mappingOf(toMapping(suggestion, 'x'))));
    }
  });
});

describe('recognition', () => {
  it.each([...entities.keys()])('maps our own export of %s onto itself', (entity) => {
    const fields = Object.keys(entities.get(entity)?.fields ?? {}).filter((field) => field !== '_source');
    const { files } = recognise([tableOf(`${entity}.csv`, ['_source', ...fields, '_batch', '_date_only'], [])]);
    expect(files[0]?.entity).toBe(entity);
    expect(files[0]?.columns.map(({ field, rule }) => [field, rule])).toEqual(
      expect.arrayContaining(fields.map((field) => [field, field])),
    );
  });

  it('reads Spanish headers', () => {
    const suggestion = recognise([
      tableOf(
        'Oportunidades 2025.csv',
        [
          'Código',
          'Cliente',
          'Comercial',
          'Etapa',
          'Estado',
          'Importe',
          'Fecha de creación',
          'Fecha prevista de cierre',
          'Fecha de cierre',
          'Motivo de pérdida',
          'Zona',
        ],
        [
          ['O-1', 'C-1', 'Ana', 'Propuesta', 'Ganada', '1.200,50', '03/02/2025', '01/03/2025', '28/02/2025', '', 'Norte'],
          ['O-2', 'C-2', 'Luis', 'Contacto', 'Abierta', '300,00', '13/02/2025', '30/03/2025', '', '', 'Sur'],
        ],
      ),
    ]);
    const file = fileOf(suggestion, 'Oportunidades 2025.csv');
    expect(file.entity).toBe('opportunity');
    expect(plain(file)).toMatchObject({
      id: 'Código',
      account_id: 'Cliente',
      owner_id: 'Comercial',
      stage: 'Etapa',
      status: 'Estado',
      amount: 'Importe',
      created_at: 'Fecha de creación',
      expected_close_on: 'Fecha prevista de cierre',
      lost_reason: 'Motivo de pérdida',
    });
    expect(file.columns.find(({ field }) => field === 'status')?.rule).toMatchObject({
      values: { Ganada: 'won', Abierta: 'open', Perdida: 'lost' },
    });
    expect(file.unmapped).toEqual(['Zona']);
    expect(suggestion.doubts).toEqual([]);
  });

  it('reads the exports of HubSpot in Spanish', () => {
    const suggestion = recognise([
      tableOf(
        'empresas.csv',
        ['ID de registro', 'Nombre de la empresa', 'Sector', 'Propietario de la empresa', 'Fecha de creación'],
        [['90001', 'Aceros, S.L.', 'Construcción', 'Begoña Muñoz', '25/11/2024']],
      ),
      tableOf(
        'negocios.csv',
        [
          'ID de registro',
          'Nombre del negocio',
          'Etapa del negocio',
          'Importe',
          'Fecha de creación',
          'Fecha de cierre',
          'Propietario del negocio',
          'ID de la empresa asociada',
          'Motivo de cierre perdido',
        ],
        [
          ['1', 'Obra', 'Cierre ganado', '1.200,50', '03/02/2025', '28/02/2025', 'Begoña Muñoz', '90001', ''],
          ['2', 'Nave', 'Cita programada', '300,00', '13/02/2025', '30/03/2025', 'Begoña Muñoz', '90001', ''],
        ],
      ),
      tableOf(
        'tickets.csv',
        [
          'ID del ticket',
          'Estado del ticket',
          'ID de la empresa asociada',
          'Fecha de creación',
          'Fecha de la primera respuesta del agente',
          'Fecha de cierre',
        ],
        [['7', 'Esperando al contacto', '90001', '13/02/2025', '14/02/2025', '']],
      ),
    ]);
    expect(plain(fileOf(suggestion, 'empresas.csv'))).toMatchObject({
      id: 'ID de registro',
      name: 'Nombre de la empresa',
      owner_id: 'Propietario de la empresa',
    });
    expect(plain(fileOf(suggestion, 'negocios.csv'))).toMatchObject({
      id: 'ID de registro',
      account_id: 'ID de la empresa asociada',
      expected_close_on: 'Fecha de cierre',
      lost_reason: 'Motivo de cierre perdido',
      status: expect.stringMatching(/'cierre ganado'.* then 'won' .*'cierre perdido'.* then 'lost' else 'open'/),
      closed_at: expect.stringMatching(/^case when .*'cierre perdido'.* then "Fecha de cierre" end$/),
    });
    const tickets = fileOf(suggestion, 'tickets.csv');
    expect(plain(tickets)).toMatchObject({
      account_id: 'ID de la empresa asociada',
      first_response_at: 'Fecha de la primera respuesta del agente',
    });
    expect(tickets.columns.find(({ field }) => field === 'status')?.rule).toMatchObject({ values: { 'Esperando al contacto': 'pending' } });
    expect(suggestion.doubts).toEqual([]);
  });

  it('knows the id of what happens, so that what is told later of it changes it, and counts it once', () => {
    const suggestion = recognise([
      tableOf(
        'campaign_messages.jsonl',
        ['message_id', 'campaign_id', 'contact_id', 'sent_at', 'opened_at'],
        [['m1', 'C1', 'p1', '2025-01-31', '']],
      ),
      tableOf(
        'web_events.jsonl',
        ['event_id', 'session_id', 'visitor_id', 'type', 'occurred_at'],
        [['e1', 's1', 'v1', 'purchase', '2025-01-31']],
      ),
      tableOf('nps_responses.jsonl', ['response_id', 'score', 'responded_at'], [['n1', '9', '2025-01-31']]),
      tableOf('satisfaction_ratings.csv', ['Rating ID', 'Ticket ID', 'Score', 'Rated at'], [['r1', '7', '5', '2025-01-31']]),
      tableOf(
        'tickets.csv',
        ['Ticket ID', 'Status', 'Created time', 'Resolved time', 'Closed time'],
        [['7', 'Closed', '2025-01-30', '2025-01-31', '2025-01-31']],
      ),
    ]);
    expect(suggestion.files.map((file) => plain(file).id)).toEqual(['message_id', 'event_id', 'response_id', 'Rating ID', 'Ticket ID']);
    expect(plain(fileOf(suggestion, 'satisfaction_ratings.csv'))).toMatchObject({ ticket_id: 'Ticket ID', responded_at: 'Rated at' });
    expect(plain(fileOf(suggestion, 'tickets.csv'))).toMatchObject({ resolved_at: 'Resolved time', closed_at: 'Closed time' });
    expect(suggestion.files.flatMap(({ unmapped }) => unmapped)).toEqual([]);
    expect(suggestion.doubts).toEqual([]);
  });

  it('tells invoices apart by their number, and rates by their day, so that a rate put right takes the place of the wrong one', () => {
    const suggestion = recognise([
      tableOf(
        'invoices.csv',
        ['Invoice Number', 'Customer ID', 'Status', 'Issue Date', 'Total'],
        [['INV-1', 'C-1', 'Sent', '2025-01-31', '100.50']],
      ),
      tableOf('exchange_rates.csv', ['From', 'To', 'Date', 'Rate'], [['USD', 'EUR', '2025-01-31', '0.95']]),
      tableOf(
        'subscriptions.csv',
        ['Subscription ID', 'Customer ID', 'Start Date', 'Previous Subscription'],
        [['S-2', 'C-1', '2025-01-31', 'S-1']],
      ),
    ]);
    expect(plain(fileOf(suggestion, 'invoices.csv'))).toMatchObject({ id: 'Invoice Number', number: 'Invoice Number' });
    expect(plain(fileOf(suggestion, 'exchange_rates.csv'))).toMatchObject({ id: `concat_ws(' ', "From", "To", "Date")` });
    expect(plain(fileOf(suggestion, 'subscriptions.csv'))).toMatchObject({ previous_id: 'Previous Subscription' });
    expect(suggestion.doubts).toEqual([]);
  });

  it('leaves a table alone that is nothing of the model', () => {
    const suggestion = recognise([tableOf('weather.csv', ['station', 'temperature', 'wind'], [['a', '12', '3']])]);
    expect(suggestion.files).toEqual([]);
    expect(suggestion.ignored).toEqual(['weather.csv']);
  });

  it('asks which stages are won when neither a flag nor a vendor says it', () => {
    const { doubts } = recognise([tableOf('deals.csv', ['Deal ID', 'Deal Name', 'Deal Stage', 'Amount'], [['1', 'a', 'Kapiert', '10']])]);
    expect(doubts.map(({ code }) => code)).toEqual(['status_unknown']);
  });

  it('asks when day and month cannot be told apart', () => {
    const table = tableOf('orders.csv', ['order_id', 'customer_id', 'order_date', 'total'], [['1', 'c1', '', '10.5']]);
    const columns = table.columns.map((column) =>
      column.name === 'order_date'
        ? columnOf('order_date', ['03/04/2025'], { kind: 'date', dates: null, dateChoices: ['D/M/YYYY', 'M/D/YYYY'] })
        : column,
    );
    const { doubts } = recognise([{ ...table, columns }]);
    expect(doubts).toEqual([{ code: 'date_order_ambiguous', file: 'orders.csv', column: 'order_date', choices: ['D/M/YYYY', 'M/D/YYYY'] }]);
  });

  it('does not take a column for a field that its values do not suit', () => {
    const { files } = recognise([tableOf('leads.csv', ['lead_id', 'source', 'status', 'created_at'], [['1', 'web', 'Grün', 'yesterday']])]);
    expect(files[0]?.columns.map(({ field }) => field)).toEqual(['id', 'source']);
  });

  it("takes the vendor's own marks of HubSpot's exports", () => {
    const { files } = recognise([
      tableOf(
        'hubspot-crm-exports-all-deals.csv',
        ['Record ID', 'Deal Name', 'Deal Stage', 'Close Date', 'Deal owner', 'Amount', 'Is Closed Won', 'Is Deal Closed?', 'Create Date'],
        [['1', 'a', 'Closed Won', '2025-01-02 10:00', 'Ana', '10', 'true', 'true', '2025-01-01 09:00']],
      ),
    ]);
    expect(files[0]?.entity).toBe('opportunity');
    expect(plain(files[0] ?? fileOf({ files: [], ignored: [], doubts: [] }, ''))).toMatchObject({
      id: 'Record ID',
      name: 'Deal Name',
      owner_id: 'Deal owner',
    });
  });

  it("takes the vendors' own exports as they come", () => {
    const { files, doubts } = recognise([
      tableOf(
        'deals-3245-7.csv',
        [
          'Deal - ID',
          'Deal - Title',
          'Deal - Owner',
          'Deal - Value',
          'Deal - Currency of Value',
          'Deal - Organization',
          'Deal - Stage',
          'Deal - Status',
          'Deal - Deal created',
          'Deal - Deal closed on',
          'Deal - Expected close date',
        ],
        [['1', 'a', 'Ana', '1200', 'EUR', 'Acme', 'Proposal', 'Won', '2026-01-01 10:00:00', '2026-01-10 10:00:00', '2026-01-31']],
      ),
      tableOf(
        'zendesk_tickets.csv',
        [
          'Id',
          'Requester id',
          'Assignee',
          'Status',
          'Via',
          'Ticket type',
          'Created at',
          'Organization',
          'Solved at',
          'Reopens',
          'Replies',
          'First reply time in minutes',
        ],
        [['1', '77', 'Ana', 'Solved', 'Web form', 'Question', '2026-01-01 10:00', 'Acme', '2026-01-02 09:00', '0', '2', '30']],
      ),
    ]);
    expect(doubts).toEqual([]);
    const [deals, tickets] = files;
    expect(deals && plain(deals)).toMatchObject({
      id: 'Deal - ID',
      status: 'Deal - Status',
      currency: 'Deal - Currency of Value',
      closed_at: 'Deal - Deal closed on',
    });
    expect(tickets && plain(tickets)).toMatchObject({
      id: 'Id',
      owner_id: 'Assignee',
      opened_at: 'Created at',
      resolved_at: 'Solved at',
      reopen_count: 'Reopens',
    });
    expect(tickets && plain(tickets).first_response_at).toContain('to_seconds');
  });

  it.each([
    ['Encuestas de satisfacción.csv', { kind: 'csat' }],
    ['Encuestas NPS 2025.csv', { kind: 'nps', scale_min: '0', scale_max: '10' }],
  ])('knows the kind of survey from the name %s', (file, expected) => {
    const { files } = recognise([tableOf(file, ['Id', 'Cliente', 'Fecha de respuesta', 'Puntuación'], [['1', 'C1', '15/01/2025', '9']])]);
    expect(files[0]?.entity).toBe('survey_response');
    expect(files[0] && plain(files[0])).toMatchObject(expected);
  });

  it.each([
    ['Clientes.csv', ['Código', 'Razón social', 'CIF', 'Sector', 'Provincia'], 'account'],
    ['Pedidos 2025.csv', ['Nº pedido', 'Cliente', 'Fecha pedido', 'Importe'], 'order'],
    ['Líneas de pedido.csv', ['Pedido', 'Artículo', 'Cantidad', 'Precio unitario'], 'order_line'],
    ['facturas.csv', ['Número de factura', 'Cliente', 'Fecha de factura', 'Vencimiento', 'Total factura'], 'invoice'],
    ['Cobros.csv', ['Factura', 'Fecha de cobro', 'Importe cobrado'], 'payment'],
    ['incidencias.csv', ['Nº incidencia', 'Cliente', 'Agente', 'Fecha de apertura', 'Fecha de resolución'], 'ticket'],
    ['Contratos.csv', ['Id contrato', 'Cliente', 'Fecha de inicio', 'Fecha de fin', 'Cuota mensual', 'Periodicidad'], 'contract'],
    ['Campañas.csv', ['Campaña', 'Canal', 'Fecha de inicio', 'Presupuesto'], 'campaign'],
    ['Gastos de marketing.csv', ['Fecha', 'Categoría', 'Canal', 'Importe'], 'cost'],
    ['Comerciales.csv', ['Nombre', 'Correo electrónico', 'Oficina', 'Equipo'], 'user'],
    ['Productos.csv', ['Referencia', 'Descripción', 'Familia', 'PVP', 'Coste'], 'product'],
    ['Entregas.csv', ['Pedido', 'Fecha prometida', 'Fecha de entrega'], 'delivery'],
    ['Llamadas.csv', ['Fecha', 'Agente', 'Cliente', 'Duración (segundos)'], 'activity'],
  ])('takes %s for what it is', (file, header, entity) => {
    expect(recognise([tableOf(file, header, [])]).files[0]?.entity).toBe(entity);
  });
});
