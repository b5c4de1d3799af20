@echo off
rem Runs nn on the Java that comes with it. JAVA_OPTS: more options for Java.
setlocal
set "app=%~dp0..\lib\app"
set "cache=scripts"
if "%~1"=="" set "cache=prompt"
if "%~1"=="-i" set "cache=prompt"
"%~dp0..\lib\runtime\bin\java" "@%app%\options" -XX:+UseSerialGC "-XX:AOTCache=%app%\start\%cache%.aot" "-XX:ErrorFile=%TEMP%\nn-crash.%%p" "-Dlibrary.jline.path=%app%\native" %JAVA_OPTS% -cp "%app%\nn.jar" org.nnlang.cli.Main %*
