# One image for every service: `docker run harmattan enrich`, `docker run harmattan status`.
FROM python:3.11-slim AS lock
WORKDIR /lock
COPY deploy/image/runtime_lock.py deploy/image/metadata.py requirements.lock pyproject.toml ./
# the one lock of the project without the tools of development; a stage of its own, so that a change elsewhere in
# pyproject.toml installs nothing anew
RUN python3 runtime_lock.py requirements.lock pyproject.toml > runtime.lock \
 && python3 metadata.py pyproject.toml .

FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends binutils && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY --from=lock /lock/runtime.lock ./
RUN python3 -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --no-compile --disable-pip-version-check --no-deps --require-hashes \
    --progress-bar off -r runtime.lock \
 && /opt/venv/bin/pip uninstall --yes --quiet pip setuptools
# without what nobody runs: tests, sources of extensions, debug symbols, the names of things in 1,000 locales (trafilatura's
# courlan asks babel only whether one exists), numpy's compilers, random numbers and Fourier transforms, a second XML
# library, a second zstd and a query language of clients, the syntax of 500 languages that tracebacks are not in; libraries
# that a wheel brings along (*.libs) do not survive strip
RUN find /opt/venv -type d -name tests -prune -exec rm -rf {} + \
 && find /opt/venv -type f \( -name '*.pyi' -o -name '*.pyx' -o -name '*.pxd' -o -name '*.[ach]' \) -delete \
 && find /opt/venv -type f -name '*.so' -not -path '*.libs/*' -exec strip --strip-unneeded {} + \
 && find /opt/venv -path '*/babel/locale-data/*.dat' -not -name root.dat -not -name 'en*' -not -name 'fr*' -not -name 'ar*' \
    -not -name 'ha*' -delete \
 && cd /opt/venv/lib/python3.*/site-packages \
 && rm -rf numpy/f2py numpy/distutils numpy/random numpy/fft numpy/_core/_simd.*.so numpy/_core/_*_tests.*.so \
    elasticsearch/dsl lxml/objectify.*.so lxml/isoschematron lxml/includes lxml/html/diff.* lxml/html/_difflib.* \
    zstandard/_cffi.*.so \
 && find apprise/i18n -name '*.po*' -delete \
 && find pygments/lexers -name '*.py' -not -name __init__.py -not -name _mapping.py -not -name python.py \
    -not -name special.py -delete
WORKDIR /app
COPY pyproject.toml ./
COPY schemas schemas
COPY services services
COPY seeds seeds
COPY deploy deploy
COPY --from=lock /lock/*.dist-info ./harmattan.dist-info/
# compiled: what any service or command loads at its start, and what is loaded when it is first used; of the rest, which
# nobody loads, the source is enough
RUN cd /opt/venv/lib/python3.*/site-packages \
 && python3 -m compileall -q /app apprise courlan htmldate lxml markdown oauthlib regex requests_oauthlib rich trafilatura typer \
 && cd /app && PYTHONPATH=/app /opt/venv/bin/python -m deploy.image self-check

# Python and a shell without what installs things, none of which is used in a container: 35 MB
FROM python:3.11-slim AS base
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin harmattan \
 && dpkg --purge --force-all $(dpkg-query --show --showformat '${Package}\n' | grep -xE \
    'apt|sqv|gpgv|debian-archive-keyring|debconf|adduser|perl-base|e2fsprogs|python3-(pip|setuptools)-whl|\
lib(apt-pkg|ext2fs|gnutls|hogweed|idn2-|nettle|p11-kit|tasn1-|unistring)[0-9.t-]*') >/dev/null 2>&1 \
 && rm -rf /usr/lib/*/gconv /var/cache/* /var/lib/apt \
 && for home in /usr/lib /usr/local/lib; do cd "$home" \
 && rm -rf python3.*/ensurepip python3.*/idlelib python3.*/lib2to3 python3.*/pydoc_data python3.*/test python3.*/tkinter \
    python3.*/turtledemo python3.*/site-packages/pip* python3.*/site-packages/setuptools* python3.*/site-packages/wheel*; \
    done

# a layer in which the above is not there, instead of one that hides it
FROM scratch
COPY --from=base / /
RUN install -d -o harmattan -g harmattan /var/lib/harmattan
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 PYTHONPATH=/app PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 HARMATTAN_WEB_HOST=0.0.0.0
WORKDIR /app
# by number, so that an orchestrator can tell that it is not root
USER 10001:10001
# does every part still load without what was left out?
RUN python -m deploy.image self-check
ENTRYPOINT ["python", "-m", "deploy.image"]
CMD ["--help"]
HEALTHCHECK --interval=15s --timeout=10s --start-period=90s --retries=4 CMD ["python", "-m", "deploy.image", "health"]
STOPSIGNAL SIGTERM
