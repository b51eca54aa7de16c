@echo off
rem Starts the program; builds it first where that is still to be done.
rem Exit codes of its own: 2 where the program cannot be started at all.
setlocal EnableExtensions DisableDelayedExpansion

rem Page 65001 is UTF-8; the page that was there comes back at the end.
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul

set "here=%~dp0"
set "here=%here:~0,-1%"
set "app=%here%\target\app"
set "code=2"

call :find_java
if not defined java goto no_java

if not exist "%app%\built" goto build
if /i "%DOICHIEU_BUILD%"=="never" goto run
rem target\app\sources is a copy of what was built. xcopy /L only counts what is newer than its copy.
set "newer="
for /f "tokens=1" %%n in ('xcopy "%here%\src\main" "%app%\sources" /D /L /S /I /Y 2^>nul') do set "newer=%%n"
if not "%newer%"=="0" goto build
fc /b "%here%\pom.xml" "%app%\pom.xml" >nul 2>nul || goto build
goto run

:build
if /i "%DOICHIEU_BUILD%"=="never" goto not_built
echo Đang chuẩn bị lần đầu (khoảng 1-2 phút)... 1>&2
echo First-time set-up (1 to 2 minutes)... 1>&2
if exist "%app%" rmdir /s /q "%app%"
mkdir "%app%" 2>nul
xcopy "%here%\src\main" "%app%\sources" /S /I /Y /Q >nul
copy /y "%here%\pom.xml" "%app%\pom.xml" >nul
rem mvnw.cmd looks at JAVA_HOME first, which may name an older Java than the one found.
for %%h in ("%java%\..\..") do if exist "%%~fh\bin\javac.exe" set "JAVA_HOME=%%~fh"
pushd "%here%"
call mvnw.cmd -B -ntp -Dquick -Dmaven.test.skip=true package >"%here%\target\first-use.log" 2>&1 <nul
set "failed=%ERRORLEVEL%"
popd
if not "%failed%"=="0" goto not_set_up
if not exist "%app%\built" goto not_set_up
rem These classes were compiled without the checks: the next full build must compile them again.
if exist "%here%\target\classes" rmdir /s /q "%here%\target\classes"
if exist "%here%\target\maven-status" rmdir /s /q "%here%\target\maven-status"

:run
rem The web application's libraries stand beside the jar, which does not know them.
set "word=%~1"
if "%word%"=="--lang" set "word=%~3"
set start=-jar "%app%\doichieu.jar"
set main=-cp "%app%\doichieu.jar;%app%\web\*" vn.doichieu.cli.Main
for %%w in (backup restore audit) do if "%word%"=="%%w" set start=-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider %main%
if "%word%"=="serve" set start=-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider %main%
rem Java 19 and newer make their class-data archive by themselves.
set "archive="
if %version% GEQ 19 set archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%app%\java-%version%.jsa"
"%java%" %archive% -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 "-Ddoichieu.home=%here%" %start% %*
set "code=%ERRORLEVEL%"
goto end

rem find_java: sets java and version; the order is the one that a person expects.
:find_java
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do call :try "%%~$PATH:j"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do if not defined java call :try "%%~d\bin\java.exe"
exit /b 0

rem try JAVA: takes it where it is 17 or newer. Java 8 does not know --version and prints nothing here.
:try
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "version="
for /f "tokens=2 delims=.- " %%v in ('""%~1" --version 2^>nul"') do if not defined version set "version=%%v"
if not defined version exit /b 0
if %version% GEQ 17 set "java=%~1"
exit /b 0

:no_java
echo Lỗi: không tìm thấy Java 17 trở lên. Hãy cài đặt JDK 17, hoặc đặt JAVA_HOME. 1>&2
echo Error: no Java 17 or newer was found. Install JDK 17, or set JAVA_HOME. 1>&2
goto end

:not_built
echo Lỗi: chương trình chưa được chuẩn bị, và DOICHIEU_BUILD=never không cho chuẩn bị. 1>&2
echo Error: the program is not built, and DOICHIEU_BUILD=never forbids to build it. 1>&2
goto end

:not_set_up
echo Lỗi: không chuẩn bị được chương trình. Toàn bộ nhật ký: "%here%\target\first-use.log" 1>&2
echo Error: the set-up failed. Full log: "%here%\target\first-use.log" 1>&2
goto end

:end
if defined page chcp %page% >nul
exit /b %code%
