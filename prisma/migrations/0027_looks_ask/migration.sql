-- What a look found belongs to an article and to a kept copy, and one change asks once.

-- AlterTable
ALTER TABLE "PageLook" ADD COLUMN     "queryIds" TEXT[];

-- CreateIndex
CREATE INDEX "PageLook_captureId_idx" ON "PageLook"("captureId");

-- AddForeignKey
ALTER TABLE "PageWatch" ADD CONSTRAINT "PageWatch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageLook" ADD CONSTRAINT "PageLook_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;
