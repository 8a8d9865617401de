# One image, three roles: `duecourse prepare`, `duecourse worker`, `duecourse api` (see docker-compose.yml).
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /opt/duecourse
ENV PATH=/opt/duecourse/bin:$PATH PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements/ requirements/
RUN pip install --require-hashes -r requirements/tools.lock \
 && pip install --require-hashes -r requirements/run.lock
COPY . .
RUN pip install --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home duecourse && install -d -o duecourse -g duecourse -m 0700 /data
COPY --from=build /opt/duecourse /opt/duecourse
ENV PATH=/opt/duecourse/bin:$PATH PYTHONUNBUFFERED=1 DUECOURSE_ENVIRONMENT=production DUECOURSE_DATA_DIR=/data
USER duecourse
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["duecourse"]
CMD ["--help"]
