import { type CastNode, type DataTypeNode, PostgresDialect, type PostgresPool, PostgresQueryCompiler, type QueryCompiler } from 'kysely';

/**
 * Text is compared byte by byte, as SQLite does, whatever the database's own language: instants in ISO 8601 sort right and an index serves a
 * prefix. Names are put in order for people by whoever shows them.
 */
class ByteOrderCompiler extends PostgresQueryCompiler {
  private withinCast = false;

  protected override visitCast(node: CastNode): void {
    this.withinCast = true;
    super.visitCast(node);
    this.withinCast = false;
  }

  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (!this.withinCast && /^(text|varchar|character varying)/.test(node.dataType)) this.append(' collate "C"');
  }
}

export class StorePostgresDialect extends PostgresDialect {
  constructor(pool: PostgresPool) {
    super({ pool });
  }

  override createQueryCompiler(): QueryCompiler {
    return new ByteOrderCompiler();
  }
}
