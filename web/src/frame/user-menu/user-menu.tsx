import { Menu, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { peopleWords } from '../../../../src/i18n/people.ts';
import { useSession } from '../../api/use-session.ts';
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
    <Menu position="top-start" width={216}>
      <Menu.Target>
        <button type="button" className={styles.user}>
          <span className={styles.name}>
            {isGuest ? say('guest') : (session.name ?? session.email)}
            <small>{isGuest ? say('guestHelp') : (peopleWords(language).roles[session.role ?? ''] ?? session.role)}</small>
          </span>
          <ChevronIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('language')}</Menu.Label>
        {(['es', 'en'] as const).map((one) => (
          <Menu.Item key={one} lang={one} aria-current={one === language} onClick={() => choose(one)}>
            {one === 'es' ? 'Español' : 'English'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('theme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item key={scheme} aria-current={scheme === colorScheme} onClick={() => setColorScheme(scheme)}>
            {say(`theme_${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => window.print()}>{say('print')}</Menu.Item>
        <Menu.Item
          onClick={() => {
            if (isGuest) void navigate({ to: '/sign-in' });
            else void signOut().then(() => window.location.assign('/sign-in'));
          }}
        >
          {isGuest ? say('signIn') : say('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
