@echo off
rem Vermeer's launcher for Windows; see the file vermeer for what it does.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "APP=%HOME_DIR%\target\app"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (echo Vermeer needs a JDK 17 or newer: install one, or set JAVA_HOME to it. 1>&2 & exit /b 1)

if "%~1"=="test" (
  pushd "%HOME_DIR%"
  call mvn -B verify
  set "RESULT=!errorlevel!"
  popd
  exit /b !RESULT!
)

rem Rebuilt where a source is newer than the last build.
set "STALE=1"
if exist "%APP%\.built" (
  for /f %%S in ('powershell -NoProfile -Command "$b=(Get-Item '%APP%\.built').LastWriteTime; if (Get-ChildItem -Recurse -File '%HOME_DIR%\src\main','%HOME_DIR%\pom.xml' | Where-Object { $_.LastWriteTime -gt $b } | Select-Object -First 1) { 1 } else { 0 }"') do set "STALE=%%S"
)
if "%STALE%"=="1" (
  echo Building Vermeer ^(the first time Maven fetches its libraries, which takes some minutes^) ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true || (popd & echo The build failed; what Maven said stands above. 1>&2 & exit /b 1)
  popd
  "%JAVA%" -Xshare:dump -XX:SharedClassListFile="%HOME_DIR%\src\main\cds\window.classlist" -XX:SharedArchiveFile="%APP%\vermeer.jsa" -cp "%APP%\vermeer.jar" >"%HOME_DIR%\target\class-data.log" 2>&1
  echo built> "%APP%\.built"
)

if "%~1"=="package" (
  if exist "%HOME_DIR%\dist\Vermeer" rmdir /s /q "%HOME_DIR%\dist\Vermeer"
  xcopy /e /i /q /y "%HOME_DIR%\sample-models" "%APP%\sample-models" >nul
  jpackage --type app-image --name Vermeer --app-version 0.1.0 --dest "%HOME_DIR%\dist" --input "%APP%" --main-jar vermeer.jar --main-class vermeer.Main --java-options "-XX:+UseSerialGC" --java-options "-Xmx512m" --java-options "-Xmn64m" --java-options "-Djdk.serialFilter=!*" --java-options "-Dvermeer.home=$APPDIR" --jlink-options "--no-header-files --no-man-pages"
  exit /b !errorlevel!
)

set "ARCHIVE="
if exist "%APP%\vermeer.jsa" set "ARCHIVE=-XX:SharedArchiveFile=%APP%\vermeer.jsa -Xshare:auto"
rem The quick compiler alone makes a window that comes sooner; long computations earn the thorough one.
set COMPILER=-XX:TieredStopAtLevel=1
for %%C in (attack dream trust evaluate finetune learning-curve run bench) do if "%~1"=="%%C" set COMPILER=
if "%~1 %~2"=="bench window" set COMPILER=-XX:TieredStopAtLevel=1
"%JAVA%" %ARCHIVE% %COMPILER% -XX:+UseSerialGC -Xmx512m -Xmn64m -Xss2m "-Djdk.serialFilter=!*" "-Dvermeer.home=%HOME_DIR%" -cp "%APP%\vermeer.jar" vermeer.Main %*
exit /b %errorlevel%
