import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const service: Role = {
  id: 'service',
  name: { es: 'Atención al cliente', en: 'Customer service' },
  phrases: [
    'atención al cliente',
    'servicio',
    'soporte',
    'postventa',
    'service',
    'support',
    'customer service',
    'customer success',
    'call center',
    'contact center',
  ],
  kpis: [
    member('csat', 'Lo que opina quien ha sido atendido.', 'What those served think.'),
    member('fcr', 'Lo resuelto a la primera.', 'What is solved the first time.'),
    member('first_response_time', 'Lo que esperan.', 'How long they wait.'),
    member('avg_resolution_time', 'Lo que tarda en quedar resuelto.', 'How long until it is solved.'),
    member('self_service_rate', 'Lo que resuelven solos.', 'What they solve alone.'),
    member('reopen_rate', 'Lo que se cerró mal.', 'What was closed wrongly.'),
    member('complaints', 'De qué se quejan.', 'What they complain about.'),
    member('ces', 'Lo que les cuesta.', 'How hard it is for them.'),
    member('resolution_rate', 'Lo que queda resuelto de todo lo que entra.', 'What ends up solved of all that comes in.'),
    member('at_risk_customers', 'A quién llamar hoy.', 'Whom to call today.'),
  ],
};
