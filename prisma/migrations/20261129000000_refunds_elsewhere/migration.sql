-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "elsewhere" INTEGER NOT NULL DEFAULT 0;
