import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { peopleWords } from '../../../../src/i18n/people.ts';
import { useSession } from '../../api/use-session.ts';
import { MenuButton } from '../../parts/on-demand/menu-button.tsx';
import { frameWords } from '../../words/frame.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { ChevronIcon } from '../shell/icons.tsx';
import { signOut } from '../sign-in/auth.ts';
import styles from './user-menu.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

/** Who is signed in, language, theme, and the way out. */
export function UserMenu() {
  const say = useWords(frameWords);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const session = useSession();
  const navigate = useNavigate();
  const isGuest = session.kind !== 'user';
  return (
    <MenuButton
      position="top-start"
      width={216}
      button={
        <button type="button" className={styles.user}>
          <span className={styles.name}>
            {isGuest ? say('guest') : (session.name ?? session.email)}
            <small>{isGuest ? say('guestHelp') : (peopleWords(language).roles[session.role ?? ''] ?? session.role)}</small>
          </span>
          <ChevronIcon />
        </button>
      }
      entries={[
        { heading: say('language') },
        ...(['es', 'en'] as const).map((one) => ({
          label: one === 'es' ? 'Español' : 'English',
          lang: one,
          current: one === language,
          onClick: () => choose(one),
        })),
        'rule',
        { heading: say('theme') },
        ...schemes.map((scheme) => ({
          label: say(`theme_${scheme}`),
          current: scheme === colorScheme,
          onClick: () => setColorScheme(scheme),
        })),
        'rule',
        { label: say('print'), onClick: () => window.print() },
        {
          label: isGuest ? say('signIn') : say('signOut'),
          onClick: () => {
            if (isGuest) void navigate({ to: '/sign-in' });
            else void signOut().then(() => window.location.assign('/sign-in'));
          },
        },
      ]}
    />
  );
}
